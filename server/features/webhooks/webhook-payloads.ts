import { Field, ID, ObjectType } from "type-graphql";
import { UserError } from "../../runtime/graphql/user-error.js";
import { WebhookDelivery, WebhookEndpoint } from "./webhook-types.js";

const refusals = { description: "Why it was refused; empty when it was done." };

@ObjectType({ simpleResolvers: true, description: "The outcome of a change to an endpoint." })
export class WebhookPayload {
  @Field(() => WebhookEndpoint, { nullable: true, description: "It after the change." })
  webhook?: WebhookEndpoint;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of giving an endpoint a secret." })
export class WebhookSecretPayload {
  @Field(() => WebhookEndpoint, { nullable: true, description: "It after the change." })
  webhook?: WebhookEndpoint;

  @Field(() => String, {
    nullable: true,
    description: "What its messages are signed with; shown this once.",
  })
  secret?: string;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of removing an endpoint." })
export class DeleteWebhookPayload {
  @Field(() => ID, { nullable: true, description: "Which one was removed." })
  deletedId?: string;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The outcome of sending a message again." })
export class RedeliverWebhookPayload {
  @Field(() => WebhookDelivery, { nullable: true, description: "It, on its way again." })
  delivery?: WebhookDelivery;

  @Field(() => [UserError], refusals)
  userErrors!: UserError[];
}
