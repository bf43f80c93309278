import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTime, Json } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { SopVersion, VersionStatus } from "./sop-types.js";

@InputType({ description: "A sign of life of a window that has a draft open." })
export class DraftPulseInput {
  @Field(() => ID, { description: "The draft." })
  versionId!: string;

  @Field(() => Int, { description: "The revision that the window has." })
  revision!: number;

  @Field(() => String, {
    description:
      "What the window calls itself, the same each time: 1 to 64 letters, digits, _ or -.",
  })
  tab!: string;

  @Field(() => String, {
    nullable: true,
    description: "Where in the draft they are, as the clients agree on; 200 characters.",
  })
  focus?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True when the window is closed." })
  leaving?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: "A window in which somebody has a draft open." })
export class DraftPresence {
  personId!: number;

  @Field(() => String, { description: "What the window calls itself." })
  tab!: string;

  @Field(() => String, { nullable: true, description: "Where in the draft they are." })
  focus!: string | null;

  @Field(() => DateTime, { description: "When it was last heard of; 30 s later it is gone." })
  seenAt!: number;

  @Field(() => Boolean, { description: "Whether they may edit the draft, not only read it." })
  canEdit!: boolean;

  @Field(() => Boolean, { description: "Whether it is the caller, in this window or another." })
  isMe!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "How a draft stands, and who has it open.",
})
export class DraftPulsePayload {
  editedByIds: readonly number[] = [];

  @Field(() => SopVersion, { nullable: true, description: "The version as it is now." })
  version?: SopVersion | null;

  @Field(() => Int, {
    nullable: true,
    description: "Its revision with `edits`; the next pulse goes on from there.",
  })
  revision?: number | null;

  @Field(() => VersionStatus, { nullable: true, description: "Where it stands now." })
  status?: VersionStatus | null;

  @Field(() => Int, {
    nullable: true,
    description: "Goes up with each change of its review notes: another number, other notes.",
  })
  notesRevision?: number | null;

  @Field(() => Json, {
    nullable: true,
    description:
      "What was saved since the given revision, in order, in the shape of DraftConflict.edits; null where it is too much: load the draft anew.",
  })
  edits?: unknown;

  @Field(() => [UserError], { description: "Why there is no answer: DISCARDED, NOT_FOUND, …" })
  userErrors!: UserError[];
}
