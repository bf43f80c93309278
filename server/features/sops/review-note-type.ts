import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { Node } from "../../runtime/graphql/node.js";
import { NoteTargetTypeEnum } from "./graph-enums.js";

@ObjectType("ReviewNote", {
  simpleResolvers: true,
  implements: Node,
  description: "A remark for whoever reviews the SOP, open or resolved.",
})
export class ReviewNote implements Node {
  readonly __typename = "ReviewNote";
  id!: string;
  rowId!: number;
  versionId!: number;
  officeId!: number;
  isOnOpenVersion!: boolean;
  authorId!: number | null;
  resolvedById!: number | null;

  @Field(() => NoteTargetTypeEnum, { description: "What it hangs on." })
  targetType!: keyof typeof NoteTargetTypeEnum;

  @Field(() => String, { description: "Name of the field, or key of the lane, symbol or arrow." })
  targetKey!: string;

  @Field(() => String, {
    nullable: true,
    description: "Which of its fields is meant; null: all of it.",
  })
  targetField!: string | null;

  @Field(() => String, { description: "What is to be confirmed." })
  text!: string;

  @Field(() => Boolean, { description: "Whether it is settled." })
  resolved!: boolean;

  @Field(() => DateTime, { nullable: true, description: "When it was settled." })
  resolvedAt!: number | null;

  @Field(() => DateTime, {
    description: "When it was written; a revision's notes keep the time of the first.",
  })
  createdAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When its text was last changed." })
  editedAt!: number | null;
}
