import { Field, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { Instance } from "./case-types.js";
import { IssuedReceipt } from "./receipt-types.js";
import type { TaskIds } from "./task-service.js";

const refusals = "Why nothing was changed; empty when it was.";

@ObjectType({ simpleResolvers: true, description: "A case that was started or changed." })
export class InstancePayload {
  @Field(() => Instance, { nullable: true, description: "The case after the change." })
  instance?: Instance | null;

  @Field(() => IssuedReceipt, {
    nullable: true,
    description: "Of `startInstance` only: what the requester follows it with.",
  })
  receipt?: IssuedReceipt | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "A task that was changed, and its case." })
export class TaskPayload {
  /** Of the task and its case, for the fields of these names. */
  ids: TaskIds | null = null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What became of each of several claims." })
export class ClaimTasksPayload {
  @Field(() => [TaskPayload], {
    nullable: true,
    description:
      "One for each task that was asked for, in that order; null when nothing was tried.",
  })
  results?: TaskPayload[] | null;

  @Field(() => [UserError], { description: "Why nothing was tried; empty when it was." })
  userErrors!: UserError[];
}
