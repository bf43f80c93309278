import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../../runtime/graphql/scalars.js";
import { SopNode, SopOutput } from "../sops/sop-service.js";
import { GivenOutput, Task, TaskOutcome } from "./case-types.js";

export const VisitStatus = {
  OPEN: "OPEN",
  DONE: "DONE",
  UNDONE: "UNDONE",
  WITHDRAWN: "WITHDRAWN",
} as const;
registerEnumType(VisitStatus, {
  name: "VisitStatus",
  description: "Where a stay of the case at a step stands.",
  valuesConfig: {
    OPEN: { description: "The case is there." },
    DONE: { description: "It went on from there." },
    UNDONE: { description: "Sent back or recalled, with all that followed from it." },
    WITHDRAWN: { description: "The case was cancelled while it was there." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "One stay of the case at a step; a loop makes a new one each time.",
})
export class CaseVisit {
  @Field(() => Int, { description: "1, 2, 3 … within the case, in the order of coming." })
  no!: number;

  @Field(() => SopNode, { description: "The step." })
  node!: SopNode;

  @Field(() => VisitStatus, { description: "Where it stands." })
  status!: keyof typeof VisitStatus;

  @Field(() => [Int], { description: "The visits that brought the case here." })
  causes!: readonly number[];

  @Field(() => TaskOutcome, { nullable: true, description: "How a decision ended." })
  outcome!: TaskOutcome | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A step that the case can be sent back to from a task.",
})
export class ReturnTarget {
  @Field(() => Int, { description: "What goes into `returnTask`." })
  visit!: number;

  @Field(() => SopNode, { description: "The step." })
  node!: SopNode;

  @Field(() => [Task], { description: "What was done there, and by whom." })
  tasks!: readonly Task[];
}

@ObjectType({ simpleResolvers: true, description: "A paper that a step asks for (kelengkapan)." })
export class TaskRequirement {
  @Field(() => String, { description: "As printed under Kelengkapan." })
  text!: string;

  @Field(() => SopOutput, {
    nullable: true,
    description: "The output that it is linked to; null where it is brought along and ticked.",
  })
  output!: SopOutput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the linked output has been given; null where it is brought along.",
  })
  met!: boolean | null;

  @Field(() => [GivenOutput], { description: "The document itself, where it was given." })
  given!: readonly GivenOutput[];

  @Field(() => [SopNode], { description: "The steps that yield it." })
  owedBy!: readonly SopNode[];
}

export const WaitingCallReason = { NOT_IN_FORCE: "NOT_IN_FORCE", TOO_DEEP: "TOO_DEEP" } as const;
registerEnumType(WaitingCallReason, {
  name: "WaitingCallReason",
  description: "Why a connector has not started its case.",
  valuesConfig: {
    NOT_IN_FORCE: { description: "No version of the SOP is in force; it starts once one is." },
    TOO_DEEP: {
      description:
        "A hundred cases under way have called one another in a row, or it would start more than a hundred at once; it is tried again as those before it end.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "A connector at which a case waits because the SOP cannot be started.",
})
export class WaitingCall {
  sopId!: number;
  instanceId!: number;

  @Field(() => SopNode, { description: "The connector." })
  node!: SopNode;

  @Field(() => WaitingCallReason, { description: "Why." })
  reason!: keyof typeof WaitingCallReason;

  @Field(() => DateTime, { description: "Since when." })
  since!: number;
}
