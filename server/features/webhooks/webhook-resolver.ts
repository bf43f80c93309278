import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { fromGlobalId } from "../../kernel/global-id.js";
import { authorize } from "../../kernel/policy.js";
import { type Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { mutationPayload } from "../../runtime/mutation-payload.js";
import { RequestScope } from "../../runtime/request-scope.js";
import { loadOne, Office, officeById, Person, personById } from "../people/people-service.js";
import { findDelivery, listDeliveries, WebhookDeliveryConnection } from "./delivery-list.js";
import {
  ChangeWebhookInput,
  CreateWebhookInput,
  RedeliverWebhookInput,
  SetWebhookPausedInput,
  WebhookInput,
} from "./webhook-inputs.js";
import { endpointById, listEndpoints, waitingOfEndpoint } from "./webhook-loaders.js";
import {
  DeleteWebhookPayload,
  RedeliverWebhookPayload,
  WebhookPayload,
  WebhookSecretPayload,
} from "./webhook-payloads.js";
import type { WantedEndpoint, WebhookService } from "./webhook-service.js";
import { DeliveryState, type WebhookDelivery, WebhookEndpoint } from "./webhook-types.js";

/** The systems that are told of events, and what they were told. For the admin. */
@Resolver(() => WebhookEndpoint)
export class WebhookResolver {
  constructor(private readonly service: WebhookService) {}

  @Query(() => [WebhookEndpoint], {
    description: "The systems that are told of events, by name. For the admin.",
  })
  webhooks(@Ctx() scope: RequestScope): Promise<WebhookEndpoint[]> {
    authorize(scope.ctx, "webhook.read");
    return listEndpoints(scope);
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: "Of which office's events it is told; null: of every office's.",
  })
  office(@Root() webhook: WebhookEndpoint, @Ctx() scope: RequestScope): Promise<Office> | null {
    return webhook.officeRowId === null ? null : loadOne(scope, officeById, webhook.officeRowId);
  }

  @FieldResolver(() => Person, { nullable: true, description: "Who registered it." })
  createdBy(@Root() webhook: WebhookEndpoint, @Ctx() scope: RequestScope): Promise<Person> | null {
    return webhook.createdById === null ? null : loadOne(scope, personById, webhook.createdById);
  }

  @FieldResolver(() => Int, {
    description: "How many messages wait to be delivered, new ones and those that failed.",
  })
  waiting(@Root() webhook: WebhookEndpoint, @Ctx() scope: RequestScope): Promise<number> {
    return scope.loaders.get(waitingOfEndpoint).load(webhook.rowId);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: "What it was told in the last 90 days, newest first.",
  })
  deliveries(
    @Root() webhook: WebhookEndpoint,
    @Ctx() scope: RequestScope,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => DeliveryState, { nullable: true, description: "Only those." })
    state?: DeliveryState | null,
  ): Promise<Connection<WebhookDelivery>> {
    return listDeliveries(scope, webhook.rowId, state ?? null, page);
  }

  @Mutation(() => WebhookSecretPayload, {
    description: "Registers a system that is told of events. For the admin.",
  })
  createWebhook(
    @Arg("input", () => CreateWebhookInput, { description: "Which one, and of what." })
    input: CreateWebhookInput,
    @Ctx() scope: RequestScope,
  ): Promise<WebhookSecretPayload> {
    return mutationPayload(scope.ctx, WebhookSecretPayload, async (payload) => {
      const { endpointId, secret } = await this.service.create(scope.ctx, wantedOf(input));
      payload.secret = secret;
      payload.webhook = await reread(scope, endpointId);
    });
  }

  @Mutation(() => WebhookPayload, {
    description: "Changes what a system is told, and where. For the admin.",
  })
  changeWebhook(
    @Arg("input", () => ChangeWebhookInput, { description: "Which one, and how." })
    input: ChangeWebhookInput,
    @Ctx() scope: RequestScope,
  ): Promise<WebhookPayload> {
    return act(scope, input, (id) => this.service.change(scope.ctx, id, wantedOf(input)));
  }

  @Mutation(() => WebhookPayload, {
    description:
      "Pauses a system, or resumes it: what waits for it is then sent at once. For the admin.",
  })
  setWebhookPaused(
    @Arg("input", () => SetWebhookPausedInput, { description: "Which one, and which of both." })
    input: SetWebhookPausedInput,
    @Ctx() scope: RequestScope,
  ): Promise<WebhookPayload> {
    return act(scope, input, (id) => this.service.setPaused(scope.ctx, id, input.paused));
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      "Gives a system another secret. For 24 hours the one before signs as well. For the admin.",
  })
  rotateWebhookSecret(
    @Arg("input", () => WebhookInput, { description: "Which one." }) input: WebhookInput,
    @Ctx() scope: RequestScope,
  ): Promise<WebhookSecretPayload> {
    return mutationPayload(scope.ctx, WebhookSecretPayload, async (payload) => {
      const endpointId = idOf(input);
      payload.secret = await this.service.rotateSecret(scope.ctx, endpointId);
      payload.webhook = await reread(scope, endpointId);
    });
  }

  @Mutation(() => DeleteWebhookPayload, {
    description: "Removes a system; of what waits it is told no more. For the admin.",
  })
  deleteWebhook(
    @Arg("input", () => WebhookInput, { description: "Which one." }) input: WebhookInput,
    @Ctx() scope: RequestScope,
  ): Promise<DeleteWebhookPayload> {
    return mutationPayload(scope.ctx, DeleteWebhookPayload, async (payload) => {
      await this.service.remove(scope.ctx, idOf(input));
      payload.deletedId = input.webhookId;
    });
  }

  @Mutation(() => WebhookPayload, {
    description: "Sends a trial, once, also to one that is paused. For the admin.",
  })
  testWebhook(
    @Arg("input", () => WebhookInput, { description: "Which one." }) input: WebhookInput,
    @Ctx() scope: RequestScope,
  ): Promise<WebhookPayload> {
    return act(scope, input, (id) => this.service.test(scope.ctx, id));
  }

  @Mutation(() => RedeliverWebhookPayload, {
    description:
      "Sends a message again, with the same id and body; refused as CONFLICT while it is on its way. For the admin.",
  })
  redeliverWebhook(
    @Arg("input", () => RedeliverWebhookInput, { description: "Which message." })
    input: RedeliverWebhookInput,
    @Ctx() scope: RequestScope,
  ): Promise<RedeliverWebhookPayload> {
    return mutationPayload(scope.ctx, RedeliverWebhookPayload, async (payload) => {
      const id = fromGlobalId(input.deliveryId, "WebhookDelivery", "input.deliveryId");
      await this.service.redeliver(scope.ctx, id);
      payload.delivery = (await findDelivery(scope.reader, id)) as WebhookDelivery;
    });
  }
}

const idOf = ({ webhookId }: WebhookInput): number =>
  fromGlobalId(webhookId, "WebhookEndpoint", "input.webhookId");

const wantedOf = ({ name, url, officeId, events }: CreateWebhookInput): WantedEndpoint => ({
  ...{ name, url, events },
  officeId: officeId == null ? null : fromGlobalId(officeId, "Office", "input.officeId"),
});

function reread(scope: RequestScope, endpointId: number): Promise<WebhookEndpoint> {
  scope.loaders.clear();
  return loadOne(scope, endpointById, endpointId);
}

const act = (
  scope: RequestScope,
  input: WebhookInput,
  work: (endpointId: number) => Promise<void>,
): Promise<WebhookPayload> =>
  mutationPayload(scope.ctx, WebhookPayload, async (payload) => {
    const endpointId = idOf(input);
    await work(endpointId);
    payload.webhook = await reread(scope, endpointId);
  });
