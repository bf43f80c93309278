import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { InstanceStatus } from "./case-types.js";

const idempotencyKey = {
  nullable: true,
  description: "Send the same key again after a lost answer: there is one effect. 200 characters.",
} as const;

export const TaskScope = {
  ACTIONABLE: "ACTIONABLE",
  MINE: "MINE",
  UNCLAIMED: "UNCLAIMED",
  FOR_ME: "FOR_ME",
  CLAIMABLE: "CLAIMABLE",
  WAITING: "WAITING",
  DONE: "DONE",
  ALL: "ALL",
} as const;
export type TaskScope = keyof typeof TaskScope;
registerEnumType(TaskScope, {
  name: "TaskScope",
  description: "Which tasks to list.",
  valuesConfig: {
    ACTIONABLE: {
      description:
        "What the caller may act on: their own, their lanes', and what whoever claimed it can no longer do. Tasks of a held case are among them, to be done when it is resumed.",
    },
    MINE: { description: "What the caller has claimed and may still do." },
    UNCLAIMED: { description: "What is for the caller's lanes and nobody has claimed." },
    FOR_ME: {
      description:
        "What is the caller's to do: claimed by them, or unclaimed where nobody else could claim it.",
    },
    CLAIMABLE: {
      description:
        "What the caller could claim as well as others: unclaimed tasks of positions that several hold, and what whoever claimed it can no longer do.",
    },
    WAITING: {
      description:
        "What the caller waits for others to do: open tasks, which they cannot act on now, of cases that they requested, started or did a task of.",
    },
    DONE: { description: "What the caller has done, newest first." },
    ALL: { description: "Every open task of the cases that the caller may see." },
  },
});

@InputType({ description: "Which cases to list." })
export class InstanceFilter {
  @Field(() => InstanceStatus, { nullable: true, description: "In this state only." })
  status?: keyof typeof InstanceStatus | null;

  @Field(() => ID, { nullable: true, description: "Of this SOP only." })
  sopId?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: only those the caller requested." })
  requestedByMe?: boolean | null;
}

@InputType({ description: "What to start." })
export class StartInstanceInput {
  @Field(() => ID, { description: "An SOP in force." })
  sopId!: string;

  @Field(() => String, { nullable: true, description: "What it is about; 500 characters." })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "On behalf of somebody of this name, who has no account.",
  })
  requesterName?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "The tasks to claim." })
export class ClaimTasksInput {
  @Field(() => [ID], { description: "The tasks; at most 50." })
  taskIds!: string[];
}

@InputType({ description: "The task to act on." })
export class TaskActionInput {
  @Field(() => ID, { description: "The task." })
  taskId!: string;
}

@InputType({ description: "The task to hand over, and to whom." })
export class DelegateTaskInput {
  @Field(() => ID, { description: "The task." })
  taskId!: string;

  @Field(() => ID, { description: "Another holder of the lane's position." })
  personId!: string;
}

const uploads = {
  nullable: true,
  description: "Uploads of the caller's that are READY; at most 20 in all of one command.",
} as const;

@InputType({ description: "A document that the step yields." })
export class GivenOutputInput {
  @Field(() => String, { description: "Key of one of the step's outputs." })
  output!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Its text, number or place; 2,000 characters. Blank and without files: it was not given.",
  })
  reference?: string | null;

  @Field(() => [ID], {
    ...uploads,
    description: `${uploads.description} Files that the case has already may be named again.`,
  })
  files?: string[] | null;
}

@InputType({ description: "Files of a requirement that was brought along." })
export class BroughtFilesInput {
  @Field(() => String, { description: "The text of the requirement, which they tick as well." })
  requirement!: string;

  @Field(() => [ID], { description: uploads.description })
  files!: string[];
}

@InputType({ description: "How a task was done." })
export class CompleteTaskInput {
  @Field(() => ID, { description: "The task." })
  taskId!: string;

  @Field(() => String, { nullable: true, description: "Key of the outcome, on a decision only." })
  outcome?: string | null;

  @Field(() => [GivenOutputInput], { nullable: true, description: "What the step has yielded." })
  outputs?: GivenOutputInput[] | null;

  @Field(() => String, { nullable: true, description: "A remark; 4,000 characters." })
  comment?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Texts of the requirements that were brought along, as ticked.",
  })
  brought?: string[] | null;

  @Field(() => [BroughtFilesInput], {
    nullable: true,
    description: "Files of what was brought along.",
  })
  broughtFiles?: BroughtFilesInput[] | null;

  @Field(() => [ID], { ...uploads, description: `Beside the remark. ${uploads.description}` })
  files?: string[] | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "The case to act on." })
export class InstanceActionInput {
  @Field(() => ID, { description: "The case." })
  instanceId!: string;
}

@InputType({ description: "The case to act on, and why." })
export class InstanceReasonInput {
  @Field(() => ID, { description: "The case." })
  instanceId!: string;

  @Field(() => String, { description: "Why; everybody who sees the case reads it." })
  reason!: string;
}

@InputType({ description: "The task whose holder sends the case back, where to, and why." })
export class ReturnTaskInput {
  @Field(() => ID, { description: "An open task." })
  taskId!: string;

  @Field(() => Int, { description: "`visit` of one of the task's `returnTargets`." })
  visit!: number;

  @Field(() => String, { description: "Why; everybody who sees the case reads it." })
  reason!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "The task that was done and is taken back." })
export class RecallTaskInput {
  @Field(() => ID, { description: "The task." })
  taskId!: string;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType({ description: "What is said, and to which case." })
export class CommentInput {
  @Field(() => ID, { description: "The case." })
  instanceId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The comment; 4,000 characters. May be left out beside files.",
  })
  text?: string | null;

  @Field(() => [ID], uploads)
  files?: string[] | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}
