import { Field, ID, Int, ObjectType } from "type-graphql";
import { Json } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { Problem } from "./problem-type.js";
import { Sop, SopVersion } from "./sop-types.js";

const refusals = "Why nothing was changed; empty when it was.";

@ObjectType({ simpleResolvers: true, description: "An SOP that was created, revised or retired." })
export class SopPayload {
  @Field(() => Sop, { nullable: true, description: "The SOP." })
  sop?: Sop | null;

  @Field(() => SopVersion, {
    nullable: true,
    description: "The draft that is open now, if one is.",
  })
  version?: SopVersion | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What somebody else saved meanwhile." })
export class DraftConflict {
  editedByIds!: readonly number[];

  @Field(() => Int, { description: "The draft's revision now." })
  revision!: number;

  @Field(() => Json, {
    nullable: true,
    description:
      "The edits since the caller's revision, in order; null where they are too much, or do not lead from that revision to this one: load the draft anew.",
  })
  edits!: unknown;
}

@ObjectType({ simpleResolvers: true, description: "A draft after its edits." })
export class EditDraftPayload {
  @Field(() => SopVersion, { nullable: true, description: "The draft." })
  version?: SopVersion | null;

  @Field(() => DraftConflict, {
    nullable: true,
    description: "Set when the revision was an old one.",
  })
  conflict?: DraftConflict | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A version that was submitted, taken back or sent back.",
})
export class VersionPayload {
  @Field(() => SopVersion, { nullable: true, description: "The version." })
  version?: SopVersion | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "A version that was to be enacted." })
export class EnactVersionPayload {
  @Field(() => SopVersion, { nullable: true, description: "The version." })
  version?: SopVersion | null;

  @Field(() => [Problem], { description: "The faults that kept it from being enacted." })
  problems: readonly Problem[] = [];

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "A draft that was thrown away." })
export class DiscardDraftPayload {
  @Field(() => ID, { nullable: true, description: "The id that the draft had." })
  discardedId?: string | null;

  @Field(() => Sop, {
    nullable: true,
    description: "Its SOP; null where that had no other version and went with it.",
  })
  sop?: Sop | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}
