import { Field, ID, InputType } from "type-graphql";
import { type SentEvent, WebhookEventEnum } from "./webhook-event.js";

@InputType({ description: "An endpoint to register." })
export class CreateWebhookInput {
  @Field(() => String, { description: "Which system it is, at most 200 characters." })
  name!: string;

  @Field(() => String, {
    description: "Where it is told: https, with any port and path, without a name and password.",
  })
  url!: string;

  @Field(() => ID, { nullable: true, description: "Of which office's events; null: of all." })
  officeId?: string | null;

  @Field(() => [WebhookEventEnum], { description: "Of what it is told; at least one, not TEST." })
  events!: SentEvent[];
}

@InputType({ description: "An endpoint as it shall be; its secret stays." })
export class ChangeWebhookInput extends CreateWebhookInput {
  @Field(() => ID, { description: "Which one." })
  webhookId!: string;
}

@InputType({ description: "An endpoint." })
export class WebhookInput {
  @Field(() => ID, { description: "Which one." })
  webhookId!: string;
}

@InputType({ description: "An endpoint to pause or to resume." })
export class SetWebhookPausedInput extends WebhookInput {
  @Field(() => Boolean, { description: "Whether it shall be paused." })
  paused!: boolean;
}

@InputType({ description: "A message to send again." })
export class RedeliverWebhookInput {
  @Field(() => String, { description: "Which one: `WebhookDelivery.id`." })
  deliveryId!: string;
}
