import { Field, ID, InputType, Int } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { DocumentEditInput } from "./edit-input.js";
import { SopStatus } from "./sop-types.js";

/** The field of an input that may be sent again after a lost answer. */
export const idempotencyKey = {
  nullable: true,
  description: "Send the same key again after a lost answer: there is one effect. 200 characters.",
} as const;

@InputType({ description: "Which SOPs to list." })
export class SopFilter {
  @Field(() => ID, { nullable: true, description: "Of this office only." })
  officeId?: string | null;

  @Field(() => SopStatus, { nullable: true, description: "In this state only." })
  status?: SopStatus | null;

  @Field(() => String, { nullable: true, description: "Part of the title or the number." })
  search?: string | null;
}

@InputType({ description: "A new SOP." })
export class CreateSopInput {
  @Field(() => ID, { description: "The office whose SOP it is." })
  officeId!: string;

  @Field(() => String, { nullable: true, description: "Nomor SOP, if it has one." })
  number?: string | null;

  @Field(() => String, { nullable: true, description: "A, B, … where the number covers several." })
  part?: string | null;

  @Field(() => String, { description: "What the office calls it." })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Start from a copy of this version: its steps and lists, without its number, dates, signature and notes; lanes keep the positions that the office has.",
  })
  copyOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Start from the template of this key; see sopTemplates. Not with copyOf.",
  })
  template?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "Another number for an SOP of which nothing was enacted yet." })
export class RenumberSopInput {
  @Field(() => ID, { description: "The SOP." })
  sopId!: string;

  @Field(() => String, { nullable: true, description: "Nomor SOP; null or empty: it has none." })
  number?: string | null;

  @Field(() => String, { nullable: true, description: "A, B, … where the number covers several." })
  part?: string | null;
}

@InputType({ description: "The SOP to revise." })
export class ReviseSopInput {
  @Field(() => ID, { description: "The SOP." })
  sopId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The version of it that the draft begins as; the newest unless told.",
  })
  from?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "The SOP to retire." })
export class RetireSopInput {
  @Field(() => ID, { description: "The SOP." })
  sopId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why, for its history; 4000 characters.",
  })
  reason?: string | null;
}

@InputType({ description: "Changes of a draft." })
export class EditDraftInput {
  @Field(() => ID, { description: "The draft." })
  versionId!: string;

  @Field(() => Int, { description: "The revision that the edits were made on." })
  revision!: number;

  @Field(() => [DocumentEditInput], { description: "Applied in order, all or none; at most 500." })
  edits!: DocumentEditInput[];
}

@InputType({ description: "A version, as the caller knows it." })
export class VersionActionInput {
  @Field(() => ID, { description: "The version." })
  versionId!: string;

  @Field(() => Int, { description: "The revision that the caller has seen." })
  revision!: number;
}

@InputType({ description: "A submitted version that is not enacted as it stands." })
export class SendBackVersionInput extends VersionActionInput {
  @Field(() => String, { description: "What has to change; not empty, 4000 characters." })
  reason!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "What to put into force." })
export class EnactVersionInput {
  @Field(() => ID, { description: "The draft or submitted version." })
  versionId!: string;

  @Field(() => Int, { description: "The revision that was read and approved." })
  revision!: number;

  @Field(() => DateTime, { nullable: true, description: "From when; at once unless told." })
  inForceFrom?: number | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "What is enacted and is not to come into force." })
export class UnscheduleVersionInput {
  @Field(() => ID, { description: "The scheduled version." })
  versionId!: string;

  @Field(() => String, { description: "Why; not empty, 4000 characters." })
  reason!: string;
}
