import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { UserError } from "../../runtime/graphql/user-error.js";
import { SopEdge, SopNode, SopOutput } from "../sops/sop-service.js";
import { InstanceStatus } from "./case-types.js";
import { Whereabouts } from "./whereabouts-types.js";

export const FollowedEventKind = {
  STARTED: "STARTED",
  ARRIVED: "ARRIVED",
  DONE: "DONE",
  HELD: "HELD",
  RESUMED: "RESUMED",
  CANCELLED: "CANCELLED",
  COMPLETED: "COMPLETED",
} as const;
export type FollowedEventKind = keyof typeof FollowedEventKind;
registerEnumType(FollowedEventKind, {
  name: "FollowedEventKind",
  description: "What happened to a case, as somebody outside is told. New ones may be added.",
  valuesConfig: {
    STARTED: { description: "It was started." },
    ARRIVED: { description: "It came to a lane." },
    DONE: { description: "A lane did its step." },
    HELD: { description: "Ditunda." },
    RESUMED: { description: "Dilanjutkan." },
    CANCELLED: { description: "Dibatalkan." },
    COMPLETED: { description: "Selesai." },
  },
});

@ObjectType({ simpleResolvers: true, description: "Something that happened to a case." })
export class FollowedEvent {
  @Field(() => DateTime, { description: "When." })
  at!: number;

  @Field(() => FollowedEventKind, { description: "What." })
  kind!: FollowedEventKind;

  @Field(() => String, { nullable: true, description: "The step, as the form says it." })
  step!: string | null;

  @Field(() => String, { nullable: true, description: "Name of the lane." })
  lane!: string | null;

  @Field(() => String, { nullable: true, description: "Name of the outcome that was chosen." })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: "Why, where it was held or cancelled." })
  reason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A column of the form." })
export class FollowedLane {
  @Field(() => String, { description: "Unique on the form." })
  key!: string;

  @Field(() => String, { description: "As printed." })
  name!: string;

  @Field(() => Boolean, { description: "Whether it is the requester's." })
  isRequester!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "One box of the form, and how far it is." })
export class FollowedMark {
  @Field(() => String, { description: "Key of the step." })
  nodeKey!: string;

  @Field(() => String, { description: "Key of the lane." })
  laneKey!: string;

  @Field(() => Boolean, { description: "Whether the case is there now; else it was done there." })
  isOpen!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The form that the case runs on." })
export class FollowedForm {
  @Field(() => [FollowedLane], { description: "The columns, from left to right." })
  lanes!: FollowedLane[];

  @Field(() => [SopNode], { description: "The symbols, from top to bottom." })
  nodes!: SopNode[];

  @Field(() => [SopEdge], { description: "The arrows." })
  edges!: SopEdge[];

  @Field(() => [SopOutput], { description: "The named documents." })
  outputs!: SopOutput[];

  @Field(() => [FollowedMark], { description: "How far the case is on it." })
  marks!: FollowedMark[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A case as its requester follows it with a receipt: of the staff, lanes only.",
})
export class FollowedCase {
  @Field(() => String, { description: "The receipt's number, as printed." })
  number!: string;

  @Field(() => InstanceStatus, { description: "Where it stands." })
  status!: keyof typeof InstanceStatus;

  @Field(() => String, { nullable: true, description: "What it is about." })
  title!: string | null;

  @Field(() => String, { description: "Whose request it is." })
  requesterName!: string;

  @Field(() => String, { description: "Title of the SOP that it runs." })
  sopTitle!: string;

  @Field(() => String, { nullable: true, description: "Number of the SOP." })
  sopNumber!: string | null;

  @Field(() => String, { description: "Name of the office that works it." })
  officeName!: string;

  @Field(() => String, { nullable: true, description: "The government of that office." })
  government!: string | null;

  @Field(() => String, { description: "IANA name of the office's time zone." })
  timeZone!: string;

  @Field(() => DateTime, { description: "When it was started." })
  startedAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was completed or cancelled." })
  endedAt!: number | null;

  @Field(() => Whereabouts, { description: "Where it is now." })
  whereabouts!: Whereabouts;

  @Field(() => FollowedForm, { description: "The form, with how far the case is on it." })
  form!: FollowedForm;

  @Field(() => [FollowedEvent], { description: "What happened, oldest first." })
  history!: FollowedEvent[];
}

@InputType({ description: "What stands on the receipt." })
export class FollowCaseInput {
  @Field(() => String, { description: "Its number; blanks, dashes and case do not matter." })
  number!: string;

  @Field(() => String, { description: "Its secret, likewise." })
  secret!: string;
}

@ObjectType({ simpleResolvers: true, description: "A case, to whoever has its receipt." })
export class FollowCasePayload {
  @Field(() => FollowedCase, { nullable: true, description: "The case." })
  case?: FollowedCase | null;

  @Field(() => [UserError], {
    description:
      "BAD_RECEIPT for a number that is not there and for a wrong secret alike; RATE_LIMITED after too many.",
  })
  userErrors!: UserError[];
}
