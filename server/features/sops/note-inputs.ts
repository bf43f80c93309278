import { Field, ID, InputType, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { NoteTargetTypeEnum } from "./graph-enums.js";
import { ReviewNote } from "./review-note-type.js";
import { idempotencyKey } from "./sop-inputs.js";
import { SopVersion } from "./sop-types.js";

@InputType({ description: "A new review note." })
export class AddNoteInput {
  @Field(() => ID, { description: "The draft or submitted version." })
  versionId!: string;

  @Field(() => NoteTargetTypeEnum, { description: "What it hangs on." })
  targetType!: keyof typeof NoteTargetTypeEnum;

  @Field(() => String, {
    description:
      "Key of the lane, symbol or arrow; of a FIELD its path: identity.unit, lists.warnings, graph.text, number.",
  })
  targetKey!: string;

  @Field(() => String, {
    nullable: true,
    description: "Which of the element's fields is meant, as standardTime; null: all of it.",
  })
  targetField?: string | null;

  @Field(() => String, { description: "The note; not empty, 4000 characters." })
  text!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "Another text for a review note." })
export class EditNoteInput {
  @Field(() => ID, { description: "The note." })
  noteId!: string;

  @Field(() => String, { description: "The note; not empty, 4000 characters." })
  text!: string;
}

@InputType({ description: "The review note to remove." })
export class RemoveNoteInput {
  @Field(() => ID, { description: "The note." })
  noteId!: string;
}

@InputType({ description: "A review note, and whether it is settled." })
export class ResolveNoteInput {
  @Field(() => ID, { description: "The note." })
  noteId!: string;

  @Field(() => Boolean, { description: "True to settle it, false to open it again." })
  resolved!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A review note that was written, changed or removed.",
})
export class NotePayload {
  @Field(() => ReviewNote, { nullable: true, description: "The note; null once it is removed." })
  note?: ReviewNote | null;

  @Field(() => SopVersion, { nullable: true, description: "The version that it hangs on." })
  version?: SopVersion | null;

  @Field(() => [UserError], { description: "Why nothing was changed; empty when it was." })
  userErrors!: UserError[];
}
