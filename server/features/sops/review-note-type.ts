import { Field, ObjectType } from "type-graphql";
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
}
