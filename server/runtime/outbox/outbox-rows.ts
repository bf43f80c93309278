import type { Context } from "../../kernel/context.js";
import type { Database, Row, SqlValue, Statement, Tx } from "../../persistence/database.js";
import { databaseNow } from "../../persistence/lease.js";
import { quoted } from "../../persistence/migration/schema-vocabulary.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { OutboxChannel, Settlement } from "./outbox-channel.js";

/** A message as it waits. Times are epoch milliseconds. */
export interface WaitingRow extends Row {
  readonly id: number;
  readonly messageId: string;
  readonly key: string;
  readonly payload: string;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly giveUpAt: number;
  readonly attempt: number;
  readonly failures: number;
  /** Who leased it last without saying how it went; `null` for most. */
  readonly formerOwner: string | null;
}

/** A message that this server works: nobody else does until the lease ends. */
export interface LeasedRow extends WaitingRow {
  readonly owner: string;
}

export interface NewRow {
  readonly messageId: string;
  readonly channel: string;
  readonly key: string;
  readonly ordinal: number;
  readonly payload: string;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly giveUpAt: number;
}

export const insertMessage = (row: NewRow): Statement => ({
  sql: `INSERT INTO outbox (message_id, channel, message_key, ordinal, payload, created_at, due_at,
    give_up_at, is_waiting, until, attempt, failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 0)`,
  params: [
    row.messageId,
    row.channel,
    row.key,
    row.ordinal,
    row.payload,
    row.createdAt,
    row.dueAt,
    row.giveUpAt,
  ],
});

/** Those of its key that must end before it. */
const isFirstOfKey = `NOT EXISTS (SELECT 1 FROM outbox e
  WHERE e.message_key = o.message_key AND e.is_waiting = 1 AND e.channel = o.channel
  AND (e.ordinal < o.ordinal OR (e.ordinal = o.ordinal AND e.id < o.id)))`;

/**
 * What nobody works, the earliest due first, also what is not due yet: the first of these says when
 * to look again. It only proposes; the lease decides. That an earlier one of the key has ended may be
 * read here, as it never waits again.
 */
export function findCandidates(
  { reader, dialect }: Database,
  channel: OutboxChannel,
  busyKeys: readonly string[],
  limit: number,
): Promise<WaitingRow[]> {
  const conditions = [
    "o.channel = ? AND o.is_waiting = 1",
    `o.until < ${databaseNow[dialect]}`,
    ...(busyKeys.length > 0 ? [`o.message_key NOT IN (${placeholders(busyKeys)})`] : []),
    ...(channel.ordered ? [isFirstOfKey] : []),
  ];
  return reader.all<WaitingRow>(
    `SELECT o.id, o.message_id AS messageId, o.message_key AS ${quoted("key", dialect)},
      o.payload, o.created_at AS createdAt, o.due_at AS dueAt, o.give_up_at AS giveUpAt, o.attempt,
      o.failures, o.owner AS formerOwner FROM outbox o WHERE ${conditions.join(" AND ")} ORDER BY o.due_at, o.id LIMIT ${limit}`,
    [channel.name, ...busyKeys],
  );
}

/**
 * Leases those that are still as they were read and nobody works, in one unit of work that is
 * committed when this resolves. The servers' clocks may differ, so the database's says until when.
 */
export async function leaseMessages(
  { unitOfWork, dialect }: Database,
  ctx: Context,
  rows: readonly WaitingRow[],
  owner: string,
  forMs: number,
): Promise<LeasedRow[]> {
  if (rows.length === 0) return [];
  const now = databaseNow[dialect];
  const results = await unitOfWork.run(ctx, (tx) =>
    tx.batch(
      rows.map(({ id, attempt }) => ({
        sql: `UPDATE outbox SET owner = ?, until = ${now} + ?, attempt = attempt + 1,
          failures = failures + 1
          WHERE id = ? AND is_waiting = 1 AND attempt = ? AND until < ${now}`,
        params: [owner, forMs, id, attempt],
      })),
    ),
  );
  return rows.flatMap((row, index) =>
    results[index]?.changes === 1
      ? [{ ...row, owner, attempt: row.attempt + 1, failures: row.failures + 1 }]
      : [],
  );
}

const longestReason = 500;

/** `false`: the lease was lost meanwhile, and whoever has it now says how it went. */
export async function settleMessage(
  tx: Tx,
  row: LeasedRow,
  settlement: Settlement,
  { at, counted }: { readonly at: number; readonly counted: boolean },
): Promise<boolean> {
  const { outcome } = settlement;
  const isRetry = outcome === "RETRY_LATER";
  const reason = outcome === "DELIVERED" ? null : settlement.reason.slice(0, longestReason);
  const changed: readonly SqlValue[] = [
    isRetry ? 1 : 0,
    isRetry ? null : outcome,
    isRetry ? null : at,
    isRetry ? settlement.nextAt : row.dueAt,
    counted ? 0 : 1,
    reason,
  ];
  const { changes } = await tx.run(
    `UPDATE outbox SET is_waiting = ?, outcome = ?, ended_at = ?, due_at = ?,
      failures = failures - ?, last_error = ?, owner = NULL, until = 0 ${ifStillLeased}`,
    [...changed, ...leaseOf(row)],
  );
  return changes === 1;
}

/** Gives it back as if it had not been tried. */
export async function releaseMessage(tx: Tx, row: LeasedRow): Promise<void> {
  await tx.run(
    `UPDATE outbox SET failures = failures - 1, owner = NULL, until = 0 ${ifStillLeased}`,
    leaseOf(row),
  );
}

const ifStillLeased = "WHERE id = ? AND owner = ? AND attempt = ? AND is_waiting = 1";

const leaseOf = ({ id, owner, attempt }: LeasedRow) => [id, owner, attempt] as const;

/** An embedded database belongs to one process: whoever had a lease before this one is gone. */
export async function endLeasesOfTheDead(
  { unitOfWork, dialect }: Database,
  ctx: Context,
): Promise<void> {
  if (dialect !== "sqlite") return;
  await unitOfWork.run(ctx, (tx) =>
    tx.run("UPDATE outbox SET until = 0 WHERE is_waiting = 1 AND until > 0", []),
  );
}

/** Whatever of the key waits is due at once, but for what is under way. */
export async function hastenKey(tx: Tx, channel: string, key: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE outbox SET due_at = ? WHERE message_key = ? AND is_waiting = 1 AND channel = ?
      AND due_at > ?`,
    [now, key, channel, now],
  );
}

export async function cancelKey(tx: Tx, channel: string, key: string): Promise<void> {
  await tx.run("DELETE FROM outbox WHERE message_key = ? AND is_waiting = 1 AND channel = ?", [
    key,
    channel,
  ]);
}

/** Makes room for one that has ended to be sent again under its id. */
export async function forgetEnded(tx: Tx, messageId: string): Promise<void> {
  await tx.run("DELETE FROM outbox WHERE message_id = ? AND is_waiting = 0", [messageId]);
}
