import { Field, ID, InputType, Int } from "type-graphql";
import type { Role } from "../../kernel/actor.js";
import { LocalDate } from "../../runtime/graphql/scalars.js";
import { RoleEnum } from "./role.js";

const key = {
  nullable: true,
  description: "The same key again makes nothing a second time; kept for 30 days.",
} as const;
const revision = {
  description: "That of what was read; CONFLICT where it is not the present one.",
};

@InputType({ description: "Somebody who is to have an account." })
export class CreatePersonInput {
  @Field(() => ID, { description: "The office that they belong to." })
  officeId!: string;

  @Field(() => String, {
    description: "What they sign in with: 2 to 100 letters, digits, dots, hyphens or underscores.",
  })
  username!: string;

  @Field(() => String, { description: "Their full name." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Civil service number of 18 digits, which are checked; blanks make no difference.",
  })
  nip?: string | null;

  @Field(() => [RoleEnum], { defaultValue: [], description: "Their roles in that office." })
  roles!: Role[];

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType({ description: "What somebody is called from now on." })
export class UpdatePersonInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => Int, revision)
  revision!: number;

  @Field(() => String, { description: "What they sign in with." })
  username!: string;

  @Field(() => String, { description: "Their full name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Civil service number; left out: none." })
  nip?: string | null;
}

@InputType({ description: "Which roles somebody has from now on." })
export class SetPersonRolesInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => Int, revision)
  revision!: number;

  @Field(() => [RoleEnum], { description: "All of them; those that are left out are taken back." })
  roles!: Role[];
}

@InputType({ description: "Who goes to which office." })
export class MovePersonInput {
  @Field(() => ID, { description: "The person." })
  personId!: string;

  @Field(() => Int, revision)
  revision!: number;

  @Field(() => ID, { description: "The office that they go to." })
  officeId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether what they hold, or will, ends now; else they are refused as HOLDS_POSITIONS while there is any.",
  })
  endAppointments!: boolean;
}

@InputType({ description: "A row of a table of people." })
export class ImportRowInput {
  @Field(() => Int, { description: "Its number in the table, by which it is spoken of." })
  line!: number;

  @Field(() => String, { description: "Their full name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Civil service number." })
  nip?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Left out: made of the name, for whoever is new.",
  })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The position that they hold; made where the office has none of the name.",
  })
  position?: string | null;

  @Field(() => [RoleEnum], { defaultValue: [], description: "Roles that they get; none is taken." })
  roles!: Role[];
}

@InputType({ description: "People of one office, with their positions." })
export class PeopleImportInput {
  @Field(() => ID, { description: "The office." })
  officeId!: string;

  @Field(() => LocalDate, {
    description: "The day from which they hold their positions; today or later.",
  })
  firstDay!: number;

  @Field(() => [ImportRowInput], { description: "The rows; at most 500." })
  rows!: ImportRowInput[];

  @Field(() => String, key)
  idempotencyKey?: string | null;
}
