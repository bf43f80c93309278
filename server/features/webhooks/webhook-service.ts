import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import type { AuditAction } from "../../runtime/audit-actions.js";
import { type AuditedChange, auditedChanges, recordAudit } from "../../runtime/audit-trail.js";
import type { Outbox } from "../../runtime/outbox/outbox.js";
import type { AddressGuard } from "./address-guard.js";
import { keyOfEndpoint, webhookChannelName } from "./webhook-channel.js";
import { type SentEvent, type WebhookEvent, webhookEvents } from "./webhook-event.js";
import { messageTo } from "./webhook-outbox.js";
import { endDeliveries } from "./webhook-records.js";
import type { WebhookSettings } from "./webhook-settings.js";
import { newWebhookSecret } from "./webhook-signature.js";
import type { WebhookSubscriptions } from "./webhook-subscriptions.js";
import { checkWebhookUrl } from "./webhook-url.js";

const longestName = 200;
const mostEndpoints = 100;
/** How long the secret before the last one signs too, for receivers to be told the new one. */
export const secretOverlap = 24 * 3_600_000;

export interface WantedEndpoint {
  readonly name: string;
  readonly url: string;
  /** `null`: every office's events. */
  readonly officeId: number | null;
  readonly events: readonly SentEvent[];
}

interface EndpointRow extends Row {
  readonly name: string;
  readonly url: string;
  readonly officeId: number | null;
  readonly events: string;
}

interface Parts {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly subscriptions: WebhookSubscriptions;
  readonly settings: WebhookSettings;
  readonly guard: AddressGuard;
}

/** What an admin does to the systems that are told of events. */
export class WebhookService {
  constructor(private readonly parts: Parts) {}

  /** The secret is answered this once. */
  async create(
    ctx: Context,
    input: WantedEndpoint,
  ): Promise<{ readonly endpointId: number; readonly secret: string }> {
    authorize(ctx, "webhook.change");
    const it = await this.#checked(input);
    const secret = newWebhookSecret();
    const now = ctx.now();
    const createdBy = ctx.actor.type === "PERSON" ? ctx.actor.personId : null;
    const endpointId = await this.#write(ctx, async (tx) => {
      await expectOffice(tx, it.officeId);
      const held = await tx.get<Row & { count: number }>(
        "SELECT COUNT(*) AS count FROM webhook_endpoint WHERE deleted_at IS NULL",
        [],
      );
      if ((held?.count ?? 0) >= mostEndpoints) {
        throw new Refusal("TOO_LARGE", null, { limit: mostEndpoints });
      }
      const { insertId } = await tx.run(
        `INSERT INTO webhook_endpoint (name, url, office_id, events, state, secret, since,
          created_by, created_at) VALUES (?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?)`,
        [it.name, it.url, it.officeId, it.events, secret, now, createdBy, now],
      );
      const changes = auditedChanges({}, await auditedOf(tx, it));
      await audit(tx, ctx, "WEBHOOK_CREATED", insertId, it, changes);
      return insertId;
    });
    return { endpointId, secret };
  }

  async change(ctx: Context, endpointId: number, input: WantedEndpoint): Promise<void> {
    authorize(ctx, "webhook.change");
    const it = await this.#checked(input);
    await this.#write(ctx, async (tx) => {
      await expectOffice(tx, it.officeId);
      const before = await findEndpoint(tx, endpointId);
      const changes = auditedChanges(await auditedOf(tx, before), await auditedOf(tx, it));
      const isNew = before.events !== it.events || before.officeId !== it.officeId;
      const { changes: changed } = await tx.run(
        `UPDATE webhook_endpoint SET name = ?, url = ?, office_id = ?, events = ?,
          since = CASE WHEN ? = 1 THEN ? ELSE since END WHERE id = ? AND deleted_at IS NULL`,
        [it.name, it.url, it.officeId, it.events, isNew ? 1 : 0, ctx.now(), endpointId],
      );
      if (changed !== 1) throw new Refusal("NOT_FOUND", "input.webhookId");
      if (changes.length > 0) await audit(tx, ctx, "WEBHOOK_CHANGED", endpointId, it, changes);
    });
  }

  /** Paused, it is told of nothing new; what waits for it goes on waiting. Twice is no error. */
  async setPaused(ctx: Context, endpointId: number, paused: boolean): Promise<void> {
    authorize(ctx, "webhook.change");
    await this.#write(ctx, async (tx) => {
      const endpoint = await findEndpoint(tx, endpointId);
      const now = ctx.now();
      const { changes } = paused
        ? await tx.run(
            "UPDATE webhook_endpoint SET state = 'PAUSED', paused_at = ? WHERE id = ? AND state = 'ACTIVE'",
            [now, endpointId],
          )
        : await tx.run(
            `UPDATE webhook_endpoint SET state = 'ACTIVE', paused_at = NULL, failing_since = NULL,
              since = ? WHERE id = ? AND state IN ('PAUSED', 'FAILED')`,
            [now, endpointId],
          );
      if (changes === 0) return;
      const { outbox } = this.parts;
      if (!paused) await outbox.hasten(ctx, tx, webhookChannelName, keyOfEndpoint(endpointId));
      await audit(tx, ctx, paused ? "WEBHOOK_PAUSED" : "WEBHOOK_RESUMED", endpointId, endpoint, []);
    });
  }

  /** Another secret, answered this once; the one before signs as well for a day. */
  async rotateSecret(ctx: Context, endpointId: number): Promise<string> {
    authorize(ctx, "webhook.change");
    const secret = newWebhookSecret();
    await this.#write(ctx, async (tx) => {
      const endpoint = await findEndpoint(tx, endpointId);
      const { changes } = await tx.run(
        `UPDATE webhook_endpoint SET previous_secret = secret, previous_until = ?, secret = ?
          WHERE id = ? AND deleted_at IS NULL`,
        [ctx.now() + secretOverlap, secret, endpointId],
      );
      if (changes !== 1) throw new Refusal("NOT_FOUND", "input.webhookId");
      await audit(tx, ctx, "WEBHOOK_SECRET_ROTATED", endpointId, endpoint, []);
    });
    return secret;
  }

  /** It is told of nothing more, not even of what waits. Its log is kept for its time. */
  async remove(ctx: Context, endpointId: number): Promise<void> {
    authorize(ctx, "webhook.change");
    await this.#write(ctx, async (tx) => {
      const endpoint = await findEndpoint(tx, endpointId);
      const { changes } = await tx.run(
        `UPDATE webhook_endpoint SET state = 'DELETED', deleted_at = ?, secret = '',
          previous_secret = NULL WHERE id = ? AND deleted_at IS NULL`,
        [ctx.now(), endpointId],
      );
      if (changes !== 1) throw new Refusal("NOT_FOUND", "input.webhookId");
      await this.parts.outbox.cancel(tx, webhookChannelName, keyOfEndpoint(endpointId));
      await endDeliveries(tx, "endpoint_id", endpointId);
      await audit(tx, ctx, "WEBHOOK_DELETED", endpointId, endpoint, []);
    });
  }

  /** Sends a trial, once, also to one that is paused. Its outcome is in the log. */
  async test(ctx: Context, endpointId: number): Promise<void> {
    authorize(ctx, "webhook.change");
    const { database, outbox } = this.parts;
    await database.unitOfWork.run(ctx, async (tx) => {
      await findEndpoint(tx, endpointId);
      await outbox.enqueue(ctx, tx, messageTo(endpointId, { event: "TEST", at: ctx.now() }));
    });
  }

  /** Sends once more, under the same id, what was sent or given up. Answers whose it is. */
  async redeliver(ctx: Context, deliveryId: number): Promise<void> {
    authorize(ctx, "webhook.change");
    const { database, outbox } = this.parts;
    await database.unitOfWork.run(ctx, async (tx) => {
      const sent = await tx.get<SentRow>(
        `SELECT d.message_id AS messageId, d.endpoint_id AS endpointId, d.event,
          d.event_at AS at, d.body FROM webhook_delivery d
          JOIN webhook_endpoint e ON e.id = d.endpoint_id AND e.deleted_at IS NULL WHERE d.id = ?`,
        [deliveryId],
      );
      if (!sent) throw new Refusal("NOT_FOUND", "input.deliveryId");
      const { messageId, endpointId, event, at, body } = sent;
      const { changes } = await tx.run(
        "UPDATE webhook_delivery SET state = 'WAITING', next_at = ? WHERE id = ? AND state <> 'WAITING'",
        [ctx.now(), deliveryId],
      );
      // It is on its way already.
      if (changes !== 1) throw new Refusal("CONFLICT", "input.deliveryId");
      const message = messageTo(endpointId, { event, at, body });
      await outbox.enqueueAgain(ctx, tx, { ...message, messageId });
    });
  }

  #write<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { database, subscriptions } = this.parts;
    return database.unitOfWork.run(ctx, (tx) => {
      tx.afterCommit(() => subscriptions.forget());
      return work(tx);
    });
  }

  async #checked(input: WantedEndpoint): Promise<CheckedEndpoint> {
    const name = input.name.trim();
    if (name === "") throw new Refusal("INVALID", "input.name");
    if (name.length > longestName) {
      throw new Refusal("TOO_LARGE", "input.name", { limit: longestName });
    }
    const events = webhookEvents.filter((event: WebhookEvent) => input.events.includes(event));
    const isTest = input.events.includes("TEST");
    if (events.length === 0 || isTest) throw new Refusal("INVALID", "input.events");
    const { settings, guard } = this.parts;
    const url = await checkWebhookUrl(input.url, settings, guard);
    return { name, url, officeId: input.officeId, events: events.join(" ") };
  }
}

interface SentRow extends Row {
  readonly messageId: string;
  readonly endpointId: number;
  readonly event: SentEvent;
  readonly at: number;
  readonly body: string;
}

type CheckedEndpoint = Pick<EndpointRow, "name" | "url" | "officeId" | "events">;

async function findEndpoint(tx: Tx, endpointId: number): Promise<EndpointRow> {
  const found = await tx.get<EndpointRow>(
    `SELECT name, url, office_id AS officeId, events FROM webhook_endpoint
      WHERE id = ? AND deleted_at IS NULL`,
    [endpointId],
  );
  if (!found) throw new Refusal("NOT_FOUND", "input.webhookId");
  return found;
}

async function expectOffice(tx: Tx, officeId: number | null): Promise<void> {
  if (officeId === null) return;
  const found = await tx.get("SELECT 1 FROM office WHERE id = ?", [officeId]);
  if (!found) throw new Refusal("NOT_FOUND", "input.officeId");
}

/** As the audit trail keeps it; what an address has behind its `?` may be a secret. */
async function auditedOf(
  tx: Tx,
  { name, url, officeId, events }: CheckedEndpoint,
): Promise<Readonly<Record<string, string | null>>> {
  const office =
    officeId === null
      ? undefined
      : await tx.get<Row & { name: string }>("SELECT name FROM office WHERE id = ?", [officeId]);
  return { name, url: tokenless(url), office: office?.name ?? null, events };
}

const audit = (
  tx: Tx,
  ctx: Context,
  action: AuditAction,
  endpointId: number,
  { name, officeId }: Pick<EndpointRow, "name" | "officeId">,
  changes: readonly AuditedChange[],
): Promise<void> =>
  recordAudit(tx, ctx, {
    action,
    subject: { type: "WebhookEndpoint", id: endpointId, name },
    officeId,
    changes,
  });

function tokenless(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}
