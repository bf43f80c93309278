import type { Stay } from "../../../domain/index.js";
import type { Row, SqlReader, SqlValue, Statement } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { AccountedCase } from "./case-accounts.js";

/** What the sums have of a case. */
export interface LedgerMark extends Row {
  readonly instanceId: number;
  /** Up to this log entry. */
  readonly seq: number;
  /** The calendar change by which it was counted. */
  readonly stamp: number;
  readonly isOpen: number;
  readonly lastAt: number;
  /** TallyJson of what went in, while it is open. */
  readonly tally: string | null;
}

/** That something happened to a case. */
export interface PendingRow extends Row {
  readonly id: number;
  readonly instanceId: number;
}

export const insertPending = (instanceId: number): Statement => ({
  sql: "INSERT INTO ledger_pending (instance_id) VALUES (?)",
  params: [instanceId],
});

/** Every case that the sums do not have: after a restore of an older backup. */
export const queueMissingCases = `INSERT INTO ledger_pending (instance_id)
  SELECT i.id FROM instance i WHERE i.version > 0
  AND NOT EXISTS (SELECT 1 FROM ledger_case c WHERE c.instance_id = i.id)`;

/** What happened first, of so many cases at most. */
export async function findPending(reader: SqlReader, cases: number): Promise<PendingRow[]> {
  const rows = await reader.all<PendingRow>(
    `SELECT id, instance_id AS instanceId FROM ledger_pending ORDER BY id LIMIT ${cases * rowsOfCase}`,
    [],
  );
  const ids = new Set<number>();
  return rows.filter(({ instanceId }) => {
    if (ids.size < cases) ids.add(instanceId);
    return ids.has(instanceId);
  });
}

/** So many rows of a case are read at most, on average. */
const rowsOfCase = 4;

export const deletePending = (rows: readonly PendingRow[]): Statement[] =>
  rows.length === 0
    ? []
    : [
        {
          sql: `DELETE FROM ledger_pending WHERE id IN (${placeholders(rows)})`,
          params: rows.map(({ id }) => id),
        },
      ];

/**
 * Open cases that were counted by a calendar that is not the newest any more. Offices are few; CROSS has
 * SQLite begin with them and look into the index once for each.
 */
export async function findOutdated(reader: SqlReader, limit: number): Promise<number[]> {
  const rows = await reader.all<Row & { id: number }>(
    `SELECT c.instance_id AS id FROM office o CROSS JOIN ledger_case c
      WHERE c.office_id = o.id AND c.is_open = 1
      AND c.stamp < (SELECT COALESCE(MAX(k.seq), 0) FROM calendar_change k
        WHERE k.office_id IS NULL OR k.office_id = o.id) LIMIT ${limit}`,
    [],
  );
  return rows.map(({ id }) => id);
}

export async function findMarks(
  reader: SqlReader,
  ids: readonly number[],
): Promise<Map<number, LedgerMark>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.all<LedgerMark>(
    `SELECT instance_id AS instanceId, seq, stamp, is_open AS isOpen, last_at AS lastAt, tally
      FROM ledger_case WHERE instance_id IN (${placeholders(ids)})`,
    [...ids],
  );
  return new Map(rows.map((row) => [row.instanceId, row]));
}

export function writeMark(it: AccountedCase, mark: LedgerMark | undefined): Statement {
  const isOpen = it.endedAt === null;
  const values: Record<string, SqlValue> = {
    seq: it.seq,
    stamp: it.calendar.stamp,
    is_open: isOpen ? 1 : 0,
    ended_at: it.endedAt,
    ending: it.ending,
    last_at: it.lastAt,
    lead: it.lead,
    tail: isOpen ? JSON.stringify(it.tail) : null,
    tally: isOpen ? JSON.stringify(it.tally) : null,
  };
  if (mark) {
    const set = Object.keys(values).map((column) => `${column} = ?`);
    return {
      sql: `UPDATE ledger_case SET ${set.join(", ")}
        WHERE instance_id = ? AND seq = ? AND stamp = ?`,
      params: [...Object.values(values), it.instanceId, mark.seq, mark.stamp],
      expect: 1,
    };
  }
  const row: Record<string, SqlValue> = {
    instance_id: it.instanceId,
    office_id: it.officeId,
    version_id: it.version.versionId,
    started_at: it.startedAt,
    ...values,
  };
  return {
    sql: `INSERT INTO ledger_case (${Object.keys(row).join(", ")})
      VALUES (${placeholders(Object.keys(row))})`,
    params: Object.values(row),
  };
}

/** A case that had ended before: nothing that is said of it afterwards changes its account. */
export const moveMark = (it: AccountedCase, mark: LedgerMark): Statement => ({
  sql: "UPDATE ledger_case SET seq = ? WHERE instance_id = ? AND seq = ? AND stamp = ?",
  params: [it.seq, it.instanceId, mark.seq, mark.stamp],
  expect: 1,
});

const rowsAtOnce = 50;

/** Lanes between tabs, so that each is found with `INSTR` whatever stands beside it. */
export const giversText = (from: readonly string[]): string | null =>
  from.length === 0 ? null : `\t${from.join("\t")}\t`;

/** Writes stays over what is stored of them. */
export function writeStays(
  stays: readonly { readonly of: AccountedCase; readonly stay: Stay; readonly isKnown: boolean }[],
): Statement[] {
  const known = stays.filter(({ isKnown }) => isKnown);
  const statements: Statement[] = known.map(({ of, stay }) => ({
    sql: "DELETE FROM ledger_stay WHERE instance_id = ? AND no = ?",
    params: [of.instanceId, stay.no],
  }));
  for (let from = 0; from < stays.length; from += rowsAtOnce) {
    const some = stays.slice(from, from + rowsAtOnce);
    statements.push({
      sql: `INSERT INTO ledger_stay (instance_id, no, version_id, lane_key, node_key, is_rework,
        is_returned, opened_at, ended_at, ending, person_id, due_at, queue, work, elsewhere, held,
        givers) VALUES ${some.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").join(", ")}`,
      params: some.flatMap(({ of, stay }) => [
        of.instanceId,
        stay.no,
        of.version.versionId,
        stay.lane,
        stay.node,
        stay.isRework ? 1 : 0,
        stay.isReturned ? 1 : 0,
        stay.openedAt,
        stay.endedAt,
        stay.ending,
        stay.by,
        stay.dueAt,
        stay.queue,
        stay.work,
        stay.elsewhere,
        stay.held,
        giversText(stay.from),
      ]),
    });
  }
  return statements;
}
