import { Field, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { Instance, Task } from "./case-types.js";

const refusals = "Why nothing was changed; empty when it was.";

@ObjectType({ simpleResolvers: true, description: "A case that was started or changed." })
export class InstancePayload {
  @Field(() => Instance, { nullable: true, description: "The case after the change." })
  instance?: Instance | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "A task that was changed, and its case." })
export class TaskPayload {
  @Field(() => Task, { nullable: true, description: "The task after the change." })
  task?: Task | null;

  @Field(() => Instance, { nullable: true, description: "Its case after the change." })
  instance?: Instance | null;

  @Field(() => [UserError], { description: refusals })
  userErrors!: UserError[];
}
