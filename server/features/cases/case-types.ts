import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../runtime/graphql/node.js";
import { DateTime, Json } from "../../runtime/graphql/scalars.js";
import { SopOutput } from "../sops/sop-service.js";
import { CaseFile } from "./case-file-types.js";

export const InstanceStatus = {
  RUNNING: "RUNNING",
  HELD: "HELD",
  COMPLETED: "COMPLETED",
  CANCELLED: "CANCELLED",
} as const;
registerEnumType(InstanceStatus, {
  name: "InstanceStatus",
  description: "Where a case stands.",
  valuesConfig: {
    RUNNING: { description: "Berjalan: tasks are open." },
    HELD: { description: "Ditunda: nothing can be done until it is resumed." },
    COMPLETED: { description: "Selesai: it came to its end." },
    CANCELLED: { description: "Dibatalkan." },
  },
});

export const TaskStatus = {
  OPEN: "OPEN",
  CLAIMED: "CLAIMED",
  DONE: "DONE",
  WITHDRAWN: "WITHDRAWN",
} as const;
registerEnumType(TaskStatus, {
  name: "TaskStatus",
  description: "Where a task stands.",
  valuesConfig: {
    OPEN: { description: "Nobody has it yet." },
    CLAIMED: { description: "Somebody has it." },
    DONE: { description: "It was done." },
    WITHDRAWN: { description: "It is no longer needed." },
  },
});

@ObjectType("Instance", {
  simpleResolvers: true,
  implements: Node,
  description: "A case: one run of an SOP (berkas).",
})
export class Instance implements Node {
  readonly __typename = "Instance";
  id!: string;
  rowId!: number;
  sopId!: number;
  versionId!: number;
  officeId!: number;
  requesterId!: number | null;
  startedById!: number | null;
  parentId!: number | null;
  /**
   * Whether a list of this request has found it by the caller's part in it, which need not be asked
   * again. A field, because a WeakSet costs as much as a tenth of the whole page.
   */
  isListed = false;

  @Field(() => InstanceStatus, { description: "Where it stands." })
  status!: keyof typeof InstanceStatus;

  @Field(() => String, { nullable: true, description: "What it is about, in a few words." })
  title!: string | null;

  @Field(() => String, { description: "Whose request it is, with or without an account." })
  requesterName!: string;

  @Field(() => DateTime, { description: "When it was started." })
  startedAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was completed or cancelled." })
  endedAt!: number | null;

  @Field(() => String, { nullable: true, description: "Why it is held." })
  holdReason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A document that a step has yielded." })
export class GivenOutput {
  @Field(() => SopOutput, { description: "Which of the SOP's outputs." })
  output!: SopOutput;

  @Field(() => String, { description: "Its text, number or place; empty where files say it all." })
  reference!: string;

  @Field(() => [CaseFile], { description: "Its files." })
  files!: readonly CaseFile[];
}

@ObjectType({ simpleResolvers: true, description: "A way in which a decision can end." })
export class TaskOutcome {
  /** The task that may end so; `null` where it has ended. */
  task!: Task | null;

  @Field(() => String, { description: "What goes into `completeTask`." })
  key!: string;

  @Field(() => String, { description: "As printed beside the diamond." })
  label!: string;
}

@ObjectType("Task", {
  simpleResolvers: true,
  implements: Node,
  description: "What one lane has to do at one step of a case.",
})
export class Task implements Node {
  readonly __typename = "Task";
  id!: string;
  rowId!: number;
  instanceId!: number;
  /** 1, 2, 3 … within the case. */
  no!: number;
  versionId!: number;
  nodeKey!: string;
  laneKey!: string;
  positionId!: number | null;
  requesterId!: number | null;
  assigneeId!: number | null;
  givenJson!: string | null;

  @Field(() => String, { nullable: true, description: "This lane's part of a joint step." })
  label!: string | null;

  @Field(() => Int, { description: "Which stay of the case at a step it belongs to, from 1." })
  visit!: number;

  @Field(() => TaskStatus, { description: "Where it stands." })
  status!: keyof typeof TaskStatus;

  @Field(() => DateTime, { description: "When it came to the lane." })
  openedAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was last claimed." })
  claimedAt!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When it was done or withdrawn." })
  closedAt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Deadline in working time; null on a step without a standard time.",
  })
  dueAt!: number | null;

  @Field(() => Boolean, { description: "Whether the deadline has passed, or was missed." })
  overdue!: boolean;

  @Field(() => String, { nullable: true, description: "Key of the outcome that was chosen." })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: "What whoever did it remarked." })
  comment!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "One entry of a case's log: a command and what it made happen.",
})
export class HistoryEntry {
  instanceId!: number;
  actorType!: string;
  actorId!: number | null;

  @Field(() => Int, { description: "1, 2, 3 … within the case." })
  seq!: number;

  @Field(() => DateTime, { description: "When it happened." })
  at!: number;

  @Field(() => String, { description: "Who did it, as they were called then." })
  actorName!: string;

  @Field(() => String, { description: "What was asked for: START, CLAIM, COMPLETE, …" })
  command!: string;

  @Field(() => Json, {
    description:
      "What happened, as a list of events with a `type`. People are named by their ids; tasks and visits by 1, 2, 3 … within the case.",
  })
  events!: unknown;

  @Field(() => String, { description: "SHA-256 over this entry and the hash before it." })
  hash!: string;
}
