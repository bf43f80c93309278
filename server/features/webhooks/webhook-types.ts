import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../runtime/graphql/node.js";
import { DateTime, Json, Milliseconds } from "../../runtime/graphql/scalars.js";
import { type SentEvent, WebhookEventEnum } from "./webhook-event.js";
import { type WebhookFailure, WebhookFailureEnum } from "./webhook-failure.js";

export const WebhookState = { ACTIVE: "ACTIVE", PAUSED: "PAUSED", FAILED: "FAILED" } as const;
export type WebhookState = keyof typeof WebhookState;
registerEnumType(WebhookState, {
  name: "WebhookState",
  description: "Whether an endpoint is told of events.",
  valuesConfig: {
    ACTIVE: { description: "It is told." },
    PAUSED: { description: "An admin has paused it: of what happens now it is never told." },
    FAILED: { description: "Paused by the server, because for three days nothing arrived." },
  },
});

export const DeliveryState = {
  WAITING: "WAITING",
  DELIVERED: "DELIVERED",
  FAILED: "FAILED",
} as const;
export type DeliveryState = keyof typeof DeliveryState;
registerEnumType(DeliveryState, {
  name: "WebhookDeliveryState",
  description: "How far a message has come.",
  valuesConfig: {
    WAITING: { description: "It failed and is tried again." },
    DELIVERED: { description: "The endpoint answered with success." },
    FAILED: { description: "It was given up; it can be sent again." },
  },
});

@ObjectType("WebhookEndpoint", {
  simpleResolvers: true,
  implements: Node,
  description:
    "Another system that is told of events over HTTP. Its secret is shown once, when it is made or changed.",
})
export class WebhookEndpoint implements Node {
  readonly __typename = "WebhookEndpoint";
  rowId!: number;
  officeRowId!: number | null;
  createdById!: number | null;
  id!: string;

  @Field(() => String, { description: "Which system it is." })
  name!: string;

  @Field(() => String, { description: "Where it is told." })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: "Of what it is told." })
  events!: SentEvent[];

  @Field(() => WebhookState, { description: "Whether it is told." })
  state!: WebhookState;

  @Field(() => DateTime, { description: "When it was registered." })
  createdAt!: number;

  @Field(() => DateTime, { nullable: true, description: "Since when it is paused." })
  pausedAt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "The first failure since the last success; null while all goes well.",
  })
  failingSince!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When something last arrived, to within a minute.",
  })
  lastSuccessAt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Until when the secret before this one signs too; null where there is none.",
  })
  previousSecretUntil!: number | null;
}

@ObjectType("WebhookDelivery", {
  simpleResolvers: true,
  description: "A message to an endpoint that was tried at least once, as of the last attempt.",
})
export class WebhookDelivery {
  @Field(() => String, { description: "Goes into `redeliverWebhook`." })
  id!: string;

  @Field(() => String, { description: "What the receiver knows it by: the `webhook-id`." })
  messageId!: string;

  @Field(() => WebhookEventEnum, { description: "What happened." })
  event!: SentEvent;

  @Field(() => DateTime, { description: "When it happened." })
  eventAt!: number;

  @Field(() => DeliveryState, { description: "How far it has come." })
  state!: DeliveryState;

  @Field(() => Int, { description: "How often it was tried." })
  attempts!: number;

  @Field(() => DateTime, { description: "When it was last tried." })
  attemptedAt!: number;

  @Field(() => DateTime, { nullable: true, description: "When it is tried again." })
  nextAt!: number | null;

  @Field(() => Int, { nullable: true, description: "Of HTTP; null where no answer came." })
  status!: number | null;

  @Field(() => Milliseconds, { nullable: true, description: "How long the attempt took." })
  duration!: number | null;

  @Field(() => WebhookFailureEnum, { nullable: true, description: "Why the attempt failed." })
  failure!: WebhookFailure | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The beginning of the answer, at most 500 characters, as text. It comes from elsewhere: never show it as HTML.",
  })
  answer!: string | null;

  @Field(() => Json, { description: "What was sent." })
  body!: unknown;
}
