import type { CaseObserver } from "../../runtime/case-observer.js";
import type { Context } from "../../kernel/context.js";
import type { Statement, Tx } from "../../persistence/database.js";
import { chain } from "../../runtime/now-or-later.js";
import type { NewMessage, Outbox } from "../../runtime/outbox/outbox.js";
import type { VersionChange } from "../../runtime/version-news.js";
import { keyOfEndpoint, webhookChannelName } from "./webhook-channel.js";
import type { WebhookEvent } from "./webhook-event.js";
import { factsOf, type WebhookFact } from "./webhook-facts.js";
import { isToldOf, type Subscription, type WebhookSubscriptions } from "./webhook-subscriptions.js";

export const messageTo = (endpointId: number, payload: WebhookFact): NewMessage => ({
  channel: webhookChannelName,
  key: keyOfEndpoint(endpointId),
  payload,
});

const eventOfVersion = {
  ENACTED: "VERSION_ENACTED",
  REVOKED: "VERSION_REVOKED",
  RETIRED: "VERSION_RETIRED",
} as const satisfies Readonly<Record<VersionChange["kind"], WebhookEvent>>;

/** Enqueues what endpoints are to be told, in the transactions in which it happens. */
export class WebhookOutbox {
  constructor(
    private readonly outbox: Outbox,
    private readonly subscriptions: WebhookSubscriptions,
  ) {}

  /** Where nobody is to be told, it costs a look into memory. */
  readonly ofCase: CaseObserver = (ctx, tx, step) =>
    this.#told(ctx, tx, step.officeId, (subscriptions) =>
      subscriptions.flatMap(({ endpointId, events }) =>
        factsOf(step, (event) => events.has(event)).map((fact) => messageTo(endpointId, fact)),
      ),
    );

  readonly ofVersion = (ctx: Context, tx: Tx, change: VersionChange) =>
    this.#told(ctx, tx, change.officeId, (subscriptions) => {
      const { kind, versionId, inForceFrom } = change;
      const event = eventOfVersion[kind];
      const fact = { event, at: ctx.now(), versionId, inForceFrom };
      return subscriptions
        .filter(({ events }) => events.has(event))
        .map(({ endpointId }) => messageTo(endpointId, fact));
    });

  #told(
    ctx: Context,
    tx: Tx,
    officeId: number,
    messages: (to: readonly Subscription[]) => readonly NewMessage[],
  ) {
    return chain(this.subscriptions.current(tx), (all): readonly Statement[] => {
      const told = all.filter((one) => isToldOf(one, officeId));
      return told.length === 0 ? [] : this.outbox.statements(ctx, tx, messages(told));
    });
  }
}
