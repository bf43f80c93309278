import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import type { JointMode, NodeKind, TimeUnit } from "../../../domain/index.js";
import { JointModeEnum, LaneBindingTypeEnum, NodeKindEnum, TimeUnitEnum } from "./graph-enums.js";

@ObjectType("Lane", { simpleResolvers: true, description: "A column of the form (pelaksana)." })
export class Lane {
  @Field(() => String, { description: "Stable over the versions of the SOP." })
  key!: string;

  @Field(() => String, { description: "As printed." })
  name!: string;

  @Field(() => LaneBindingTypeEnum, {
    nullable: true,
    description: "Who works it; null while nobody is named.",
  })
  bindingType!: "POSITION" | "REQUESTER" | null;

  /** Code of the position, for the field of that name. */
  positionCode!: string | null;
}

@InputType("LaneInput", { description: "A column of the form." })
export class LaneInput {
  @Field(() => String, { description: "New and unique for a new lane, unchanged for an old one." })
  key!: string;

  @Field(() => String, { description: "As printed." })
  name!: string;

  @Field(() => LaneBindingTypeEnum, { nullable: true, description: "Who works it." })
  bindingType?: "POSITION" | "REQUESTER" | null;

  @Field(() => ID, { nullable: true, description: "The position, where one is bound." })
  positionId?: string | null;
}

@ObjectType("NodePart", { simpleResolvers: true, description: "The box of a step in one lane." })
@InputType("NodePartInput", { description: "The box of a step in one lane." })
export class NodePart {
  @Field(() => String, { description: "Key of the lane." })
  laneKey!: string;

  @Field(() => String, {
    nullable: true,
    description: "What this lane's part is, on a joint step.",
  })
  label!: string | null;
}

@ObjectType("Requirement", { simpleResolvers: true, description: "A line of kelengkapan." })
@InputType("RequirementInput", { description: "A line of kelengkapan." })
export class Requirement {
  @Field(() => String, { description: "What must be there." })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: "Key of the output that satisfies it; null: it is brought.",
  })
  output!: string | null;
}

@ObjectType("StandardTime", { simpleResolvers: true, description: "A standard time as written." })
@InputType("StandardTimeInput", { description: "A standard time as written." })
export class StandardTime {
  @Field(() => Float, { description: "How many." })
  value!: number;

  @Field(() => TimeUnitEnum, { description: "Of what." })
  unit!: TimeUnit;
}

@ObjectType("SopCall", { simpleResolvers: true, description: "What a connector runs." })
@InputType("SopCallInput", { description: "What a connector runs." })
export class SopCall {
  @Field(() => ID, { description: "The called SOP." })
  sop!: string;

  @Field(() => Boolean, { description: "Whether the case waits for the called one." })
  waits!: boolean;
}

@ObjectType("SopEdge", { simpleResolvers: true, description: "An arrow." })
@InputType("SopEdgeInput", { description: "An arrow." })
export class SopEdge {
  @Field(() => String, { description: "Stable over versions; on a decision, the outcome's key." })
  key!: string;

  @Field(() => String, { description: "Key of the symbol that it leaves." })
  from!: string;

  @Field(() => String, { description: "Key of the symbol that it leads to." })
  to!: string;

  @Field(() => String, { nullable: true, description: "Name of the branch out of a decision." })
  outcome!: string | null;
}

@ObjectType("SopOutput", { simpleResolvers: true, description: "A named document of the version." })
@InputType("SopOutputInput", { description: "A named document of the version." })
export class SopOutput {
  @Field(() => String, { description: "Unique in the version." })
  key!: string;

  @Field(() => String, { description: "As printed under Output." })
  name!: string;
}

@ObjectType("SopNode", {
  simpleResolvers: true,
  description: "A symbol of the form, with its row.",
})
export class SopNode {
  @Field(() => String, { description: "Stable over the versions of the SOP." })
  key!: string;

  @Field(() => NodeKindEnum, { description: "What the symbol means." })
  kind!: NodeKind;

  @Field(() => Int, {
    nullable: true,
    description: "Printed number; null on bars and plain capsules.",
  })
  rowNumber!: number | null;

  @Field(() => String, { description: "The kegiatan column." })
  text!: string;

  @Field(() => [NodePart], { description: "The lanes that it stands in." })
  parts!: NodePart[];

  @Field(() => JointModeEnum, { description: "How a step in several lanes is done." })
  mode!: JointMode;

  @Field(() => Boolean, { description: "On a start or end: whether it is a step with work." })
  work!: boolean;

  @Field(() => [Requirement], { description: "The kelengkapan column." })
  requirements!: Requirement[];

  @Field(() => StandardTime, { nullable: true, description: "The waktu column." })
  standardTime!: StandardTime | null;

  @Field(() => [String], { description: "Keys of the outputs that it yields." })
  outputs!: string[];

  @Field(() => String, { nullable: true, description: "The keterangan column." })
  remarks!: string | null;

  @Field(() => SopCall, { nullable: true, description: "What a connector runs." })
  call!: SopCall | null;
}

@InputType("SopNodeInput", { description: "A symbol of the form, whole." })
export class SopNodeInput {
  @Field(() => String, {
    description: "New and unique for a new symbol, unchanged for an old one.",
  })
  key!: string;

  @Field(() => NodeKindEnum, { description: "What the symbol means." })
  kind!: NodeKind;

  @Field(() => String, { description: "The kegiatan column." })
  text!: string;

  @Field(() => [NodePart], { description: "The lanes that it stands in." })
  parts!: NodePart[];

  @Field(() => JointModeEnum, { nullable: true, description: "ALL unless told." })
  mode?: JointMode | null;

  @Field(() => Boolean, { nullable: true, description: "False unless told." })
  work?: boolean | null;

  @Field(() => [Requirement], { nullable: true, description: "None unless told." })
  requirements?: Requirement[] | null;

  @Field(() => StandardTime, { nullable: true, description: "None unless told." })
  standardTime?: StandardTime | null;

  @Field(() => [String], { nullable: true, description: "None unless told." })
  outputs?: string[] | null;

  @Field(() => String, { nullable: true, description: "None unless told." })
  remarks?: string | null;

  @Field(() => SopCall, { nullable: true, description: "For a connector." })
  call?: SopCall | null;
}
