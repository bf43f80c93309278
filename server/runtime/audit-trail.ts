import { hash } from "node:crypto";
import type { Actor } from "../kernel/actor.js";
import type { Context } from "../kernel/context.js";
import type { Reader, Row, Statement, Tx } from "../persistence/database.js";
import type { AuditAction, AuditSubjectType } from "./audit-actions.js";

/** What a field was and is, as text that people read; `null`: nothing. Never a secret. */
export interface AuditedChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface AuditedAct {
  readonly action: AuditAction;
  readonly subject: {
    readonly type: AuditSubjectType;
    /** Its key inside; `null` where it has none. */
    readonly id: number | null;
    readonly name: string;
  };
  /** Whose affair it is; `null`: the whole installation's. */
  readonly officeId: number | null;
  readonly changes?: readonly AuditedChange[];
}

/** A row as it is stored, and as its hash covers it. */
export interface AuditRow {
  readonly seq: number;
  readonly at: number;
  readonly actorType: string;
  readonly actorId: number | null;
  readonly actorName: string;
  readonly officeId: number | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: number | null;
  readonly subjectName: string;
  readonly changes: string;
  readonly hash: string;
}

export const selectAudit = `SELECT a.seq, a.at, a.actor_type AS actorType, a.actor_id AS actorId,
  a.actor_name AS actorName, a.office_id AS officeId, a.action, a.subject_type AS subjectType,
  a.subject_id AS subjectId, a.subject_name AS subjectName, a.changes, a.hash FROM audit_entry a`;

const longestName = 500;

/** What writing an entry takes of a transaction. */
export type AuditWriter = Pick<Tx, "get" | "batch">;

/** The same for one act. */
export const recordAudit = (tx: AuditWriter, ctx: Context, act: AuditedAct): Promise<void> =>
  recordAudits(tx, ctx, [act]);

/**
 * Writes down who did what, in the transaction that does it: without the one there is not the other.
 * Entries are one chain, each sealing those before it. Two at once meet at the next number; the
 * slower starts again. Call it last, so that it holds the others up for the shortest time.
 */
export async function recordAudits(
  tx: AuditWriter,
  ctx: Context,
  acts: readonly AuditedAct[],
): Promise<void> {
  const last = await tx.get<Row & { seq: number; at: number; hash: string }>(
    "SELECT seq, at, hash FROM audit_entry ORDER BY seq DESC LIMIT 1",
    [],
  );
  let before = last?.hash ?? "";
  const statements = acts.map((act, index): Statement => {
    const entry: Omit<AuditRow, "hash"> = {
      seq: (last?.seq ?? 0) + 1 + index,
      at: Math.max(ctx.now(), last?.at ?? 0),
      ...actorColumns(ctx.actor),
      officeId: act.officeId,
      action: act.action,
      subjectType: act.subject.type,
      subjectId: act.subject.id,
      subjectName: act.subject.name.slice(0, longestName),
      changes: JSON.stringify(act.changes ?? []),
    };
    before = auditHash(before, entry);
    return { sql: insertAudit, params: [...fieldsOf(entry), before], expect: 1 };
  });
  if (statements.length > 0) await tx.batch(statements);
}

const insertAudit = `INSERT INTO audit_entry (seq, at, actor_type, actor_id, actor_name, office_id,
  action, subject_type, subject_id, subject_name, changes, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Of fields that were compared: those that are others now. */
export const auditedChanges = (
  before: Readonly<Record<string, string | number | null>>,
  after: Readonly<Record<string, string | number | null>>,
): AuditedChange[] =>
  Object.keys(after).flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return was === is ? [] : [{ field, before: textOf(was), after: textOf(is) }];
  });

const textOf = (value: string | number | null): string | null =>
  value === null ? null : String(value);

/** SHA-256, in hex, over the hash before it and every field of the row. */
export const auditHash = (previous: string, entry: Omit<AuditRow, "hash">): string =>
  hash("sha256", `${previous}\n${JSON.stringify(fieldsOf(entry))}`);

const fieldsOf = (entry: Omit<AuditRow, "hash">) =>
  [
    entry.seq,
    entry.at,
    entry.actorType,
    entry.actorId,
    entry.actorName,
    entry.officeId,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.subjectName,
    entry.changes,
  ] as const;

function actorColumns(actor: Actor): Pick<AuditRow, "actorType" | "actorId" | "actorName"> {
  if (actor.type === "ANONYMOUS") throw new Error("Nobody changes what is audited");
  const actorId =
    actor.type === "PERSON" ? actor.personId : actor.type === "TOKEN" ? actor.tokenId : null;
  return { actorType: actor.type, actorId, actorName: actor.name };
}

const batch = 1000;

/** The number of the first entry that does not follow from those before it; `null`: all do. */
export async function findAuditFault(
  reader: Reader,
): Promise<{ readonly entries: number; readonly fault: number | null }> {
  let before: { seq: number; hash: string } = { seq: 0, hash: "" };
  for (;;) {
    const rows = await reader.all<AuditRow & Row>(
      `${selectAudit} WHERE a.seq > ? ORDER BY a.seq LIMIT ${batch}`,
      [before.seq],
    );
    for (const row of rows) {
      const isNext = row.seq === before.seq + 1 && row.hash === auditHash(before.hash, row);
      if (!isNext) return { entries: before.seq, fault: before.seq + 1 };
      before = row;
    }
    if (rows.length < batch) return { entries: before.seq, fault: null };
  }
}
