import type { Context } from "../../kernel/context.js";
import type { Row, SqlValue, Tx } from "../../persistence/database.js";
import { recordAudit } from "../../runtime/audit-trail.js";
import type { OutboxMessage, Settlement } from "../../runtime/outbox/outbox-channel.js";
import { longestTried, type WebhookAttempt } from "./webhook-channel.js";
import type { WebhookFact } from "./webhook-facts.js";
import type { WebhookSubscriptions } from "./webhook-subscriptions.js";

/** How exact it is when an endpoint last answered: one that is told much is not written each time. */
const successGrain = 60_000;

const states = { DELIVERED: "DELIVERED", RETRY_LATER: "WAITING", GIVEN_UP: "FAILED" } as const;

/** Keeps the log of what endpoints were told, and pauses one that has failed for too long. */
export class WebhookRecords {
  constructor(private readonly subscriptions: WebhookSubscriptions) {}

  /** In the transaction that records the attempt; see `OutboxChannel.record`. */
  async record(
    ctx: Context,
    tx: Tx,
    message: OutboxMessage<WebhookFact>,
    settlement: Settlement,
    attempt: WebhookAttempt | undefined,
  ): Promise<void> {
    if (!attempt) {
      if (settlement.outcome === "GIVEN_UP")
        await endDeliveries(tx, "message_id", message.messageId);
      return;
    }
    const isPaused = attempt.answer.failure === "PAUSED";
    // Nothing was tried, and nothing is new.
    if (isPaused && settlement.outcome === "RETRY_LATER") return;
    await this.#log(ctx, tx, message, settlement, attempt);
    if (isPaused || attempt.event === "TEST") return;
    if (settlement.outcome === "DELIVERED") await this.#succeeded(ctx, tx, attempt.endpointId);
    else await this.#failed(ctx, tx, attempt.endpointId);
  }

  async #log(
    ctx: Context,
    tx: Tx,
    { messageId, enqueuedAt }: OutboxMessage<WebhookFact>,
    settlement: Settlement,
    { endpointId, event, eventAt, body, answer }: WebhookAttempt,
  ): Promise<void> {
    const tried = answer.failure === "PAUSED" ? 0 : 1;
    const changed: readonly SqlValue[] = [
      states[settlement.outcome],
      ctx.now(),
      settlement.outcome === "RETRY_LATER" ? settlement.nextAt : null,
      answer.status,
      answer.durationMs,
      answer.failure,
      answer.answer,
    ];
    const { changes } = await tx.run(
      `UPDATE webhook_delivery SET attempts = attempts + ?, state = ?, attempted_at = ?,
        next_at = ?, status = ?, duration = ?, failure = ?, answer = ? WHERE message_id = ?`,
      [tried, ...changed, messageId],
    );
    if (changes > 0) return;
    await tx.run(
      `INSERT INTO webhook_delivery (message_id, endpoint_id, event, event_at, body, created_at,
        attempts, state, attempted_at, next_at, status, duration, failure, answer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [messageId, endpointId, event, eventAt, body, enqueuedAt, tried, ...changed],
    );
  }

  async #succeeded(ctx: Context, tx: Tx, endpointId: number): Promise<void> {
    const now = ctx.now();
    await tx.run(
      `UPDATE webhook_endpoint SET failing_since = NULL, last_success_at = ? WHERE id = ?
        AND (failing_since IS NOT NULL OR last_success_at IS NULL OR last_success_at < ?)`,
      [now, endpointId, now - successGrain],
    );
  }

  async #failed(ctx: Context, tx: Tx, endpointId: number): Promise<void> {
    const now = ctx.now();
    const first = await tx.run(
      "UPDATE webhook_endpoint SET failing_since = ? WHERE id = ? AND failing_since IS NULL",
      [now, endpointId],
    );
    if (first.changes > 0) return;
    const { changes } = await tx.run(
      `UPDATE webhook_endpoint SET state = 'FAILED', paused_at = ?
        WHERE id = ? AND state = 'ACTIVE' AND failing_since <= ?`,
      [now, endpointId, now - longestTried],
    );
    if (changes === 0) return;
    tx.afterCommit(() => this.subscriptions.forget());
    const endpoint = await tx.get<Row & { name: string; officeId: number | null }>(
      "SELECT name, office_id AS officeId FROM webhook_endpoint WHERE id = ?",
      [endpointId],
    );
    await recordAudit(
      tx,
      { ...ctx, actor: { type: "SYSTEM", name: "Alur" } },
      {
        action: "WEBHOOK_FAILED",
        subject: { type: "WebhookEndpoint", id: endpointId, name: endpoint?.name ?? "" },
        officeId: endpoint?.officeId ?? null,
      },
    );
  }
}

/** Says of what waits by the log that it is not tried any more, where no attempt says so. */
export async function endDeliveries(
  tx: Tx,
  column: "message_id" | "endpoint_id",
  key: SqlValue,
): Promise<void> {
  await tx.run(
    `UPDATE webhook_delivery SET state = 'FAILED', next_at = NULL
      WHERE ${column} = ? AND state = 'WAITING'`,
    [key],
  );
}
