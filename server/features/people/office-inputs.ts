import { Field, ID, InputType, Int } from "type-graphql";

const key = {
  nullable: true,
  description: "The same key again makes nothing a second time; kept for 30 days.",
} as const;
const revision = {
  description: "That of what was read; CONFLICT where it is not the present one.",
};

@InputType({ description: "A new office (perangkat daerah)." })
export class CreateOfficeInput {
  @Field(() => String, {
    nullable: true,
    description: "Short and unique, of a-z, 0-9, dots and hyphens; left out: made of the name.",
  })
  code?: string | null;

  @Field(() => String, { description: "The office's name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The government that it belongs to." })
  government?: string | null;

  @Field(() => String, {
    description: "Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura.",
  })
  timeZone!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType({ description: "What an office is called from now on." })
export class UpdateOfficeInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => Int, revision)
  revision!: number;

  @Field(() => String, { nullable: true, description: "Left out: as it is." })
  code?: string | null;

  @Field(() => String, { description: "The office's name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "The government that it belongs to." })
  government?: string | null;

  @Field(() => String, {
    description: "Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura.",
  })
  timeZone!: string;
}

@InputType({ description: "A new position (jabatan)." })
export class CreatePositionInput {
  @Field(() => ID, { description: "The office that it belongs to." })
  officeId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Short and unique; left out: made of the office's code and the name.",
  })
  code?: string | null;

  @Field(() => String, { description: "The position's name." })
  name!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether it leads the office; an office has one such.",
  })
  isHead!: boolean;

  @Field(() => ID, { nullable: true, description: "The position above it (atasan)." })
  superiorId?: string | null;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType({
  description: "What a position is called and where it stands from now on. Its code never changes.",
})
export class UpdatePositionInput {
  @Field(() => ID, { description: "The position." })
  positionId!: string;

  @Field(() => Int, revision)
  revision!: number;

  @Field(() => String, { description: "The position's name." })
  name!: string;

  @Field(() => Boolean, { description: "Whether it leads the office; an office has one such." })
  isHead!: boolean;

  @Field(() => ID, { nullable: true, description: "The position above it; left out: none." })
  superiorId?: string | null;
}

@InputType({ description: "Which position to take out of use or to bring back." })
export class SetPositionRetiredInput {
  @Field(() => ID, { description: "The position." })
  positionId!: string;

  @Field(() => Int, revision)
  revision!: number;

  @Field(() => Boolean, { description: "True ends who holds it; false brings it back vacant." })
  retired!: boolean;
}
