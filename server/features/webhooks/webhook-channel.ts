import type { Database, Row } from "../../persistence/database.js";
import { exponentialBackOff } from "../../runtime/outbox/back-off.js";
import type { Attempted, OutboxChannel } from "../../runtime/outbox/outbox-channel.js";
import type { AddressGuard } from "./address-guard.js";
import { postWebhook, type WebhookAnswer } from "./post-webhook.js";
import type { WebhookBodies } from "./webhook-body.js";
import { type SentEvent, wireName } from "./webhook-event.js";
import type { WebhookFact } from "./webhook-facts.js";
import type { WebhookRecords } from "./webhook-records.js";
import type { WebhookSettings } from "./webhook-settings.js";
import { signWebhook } from "./webhook-signature.js";

export const webhookChannelName = "webhook";

const keyPrefix = "webhook-";
/** What the messages to one endpoint are limited by. */
export const keyOfEndpoint = (endpointId: number): string => `${keyPrefix}${endpointId}`;

const HOUR = 3_600_000;
/** How long an event is tried, and an endpoint that never answers is believed to come back. */
export const longestTried = 72 * HOUR;

/** What is kept of an attempt. */
export interface WebhookAttempt {
  readonly endpointId: number;
  readonly event: SentEvent;
  readonly eventAt: number;
  readonly body: string;
  readonly answer: WebhookAnswer;
}

interface EndpointRow extends Row {
  readonly url: string;
  readonly state: string;
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousUntil: number | null;
}

interface ChannelParts {
  readonly database: Database;
  readonly bodies: WebhookBodies;
  readonly records: WebhookRecords;
  readonly settings: WebhookSettings;
  readonly guard: AddressGuard;
  readonly now: () => number;
}

const paused: WebhookAnswer = { failure: "PAUSED", status: null, durationMs: 0, answer: null };

/** Tells other systems over HTTP, signed as the Standard Webhooks specification has it. */
export class WebhookChannel implements OutboxChannel<WebhookFact, WebhookAttempt> {
  readonly name = webhookChannelName;
  /** 10 seconds, half a minute, a minute and a half … and then every six hours. */
  readonly backOff = exponentialBackOff({ firstMs: 10_000, factor: 3, longestMs: 6 * HOUR });
  readonly giveUpAfterMs = longestTried;
  readonly timeoutMs: number;
  readonly concurrency = 8;
  readonly concurrencyPerKey = 3;
  readonly ordered = false;
  readonly record: NonNullable<OutboxChannel<WebhookFact, WebhookAttempt>["record"]>;

  constructor(private readonly parts: ChannelParts) {
    this.timeoutMs = parts.settings.timeoutMs + 5_000;
    this.record = (...all) => parts.records.record(...all);
  }

  deliver: OutboxChannel<WebhookFact, WebhookAttempt>["deliver"] = async (message, { signal }) => {
    const { messageId, payload, attempt } = message;
    const { event, at: eventAt } = payload;
    const endpointId = Number(message.key.slice(keyPrefix.length));
    const endpoint = await this.#endpoint(endpointId);
    if (!endpoint) return { type: "GIVEN_UP", reason: "The endpoint was removed" };
    const body = await this.#body(messageId, payload, attempt);
    const detail = (answer: WebhookAnswer) => ({ endpointId, event, eventAt, body, answer });
    // A trial is what one makes before it is resumed.
    if (endpoint.state !== "ACTIVE" && event !== "TEST") {
      return {
        ...{ type: "RETRY_LATER", reason: "PAUSED", afterMs: HOUR, uncounted: true },
        detail: detail(paused),
      };
    }
    const { settings, guard } = this.parts;
    const headers = this.#headers(messageId, event, body, endpoint);
    const request = { url: new URL(endpoint.url), headers, body };
    const answer = await postWebhook(request, settings, guard, signal);
    return { ...resultOf(answer, event), detail: detail(answer) };
  };

  #endpoint(endpointId: number): Promise<EndpointRow | undefined> {
    return this.parts.database.reader.get<EndpointRow>(
      `SELECT url, state, secret, previous_secret AS previousSecret,
        previous_until AS previousUntil FROM webhook_endpoint
        WHERE id = ? AND deleted_at IS NULL`,
      [endpointId],
    );
  }

  /** The same each time that the message is sent, whatever has become of the case meanwhile. */
  async #body(messageId: string, fact: WebhookFact, attempt: number): Promise<string> {
    const { database, bodies } = this.parts;
    const sent =
      attempt === 1
        ? undefined
        : await database.reader.get<Row & { body: string }>(
            "SELECT body FROM webhook_delivery WHERE message_id = ?",
            [messageId],
          );
    return sent?.body ?? bodies.write(messageId, fact);
  }

  #headers(
    messageId: string,
    event: SentEvent,
    body: string,
    { secret, previousSecret, previousUntil }: EndpointRow,
  ): Readonly<Record<string, string>> {
    const now = this.parts.now();
    const timestamp = Math.floor(now / 1000);
    const isPreviousGood = previousSecret !== null && (previousUntil ?? 0) > now;
    const secrets = isPreviousGood ? [secret, previousSecret] : [secret];
    return {
      "content-type": "application/json",
      "user-agent": "Alur",
      "alur-event": wireName(event),
      "webhook-id": messageId,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": signWebhook(secrets, { messageId, timestamp, body }),
    };
  }
}

function resultOf({ failure, status }: WebhookAnswer, event: SentEvent): Attempted<never> {
  if (failure === null) return { type: "DELIVERED" };
  const reason = status === null ? failure : `${failure} ${status}`;
  // Whoever makes a trial waits for its end.
  return { type: event === "TEST" ? "GIVEN_UP" : "RETRY_LATER", reason };
}
