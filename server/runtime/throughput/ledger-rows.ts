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

export const insertPending = (instanceId: number, seq: number): Statement => ({
  sql: "INSERT INTO ledger_pending (instance_id, seq) VALUES (?, ?)",
  params: [instanceId, seq],
});

/** Every case that the sums do not have and nobody will add: after a restore of an older backup. */
export const queueMissingCases = `INSERT INTO ledger_pending (instance_id, seq)
  SELECT i.id, i.version FROM instance i WHERE i.version > 0
  AND NOT EXISTS (SELECT 1 FROM ledger_pending p WHERE p.instance_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM ledger_case c WHERE c.instance_id = i.id)`;

export async function findPending(reader: SqlReader, limit: number): Promise<number[]> {
  const rows = await reader.all<Row & { id: number }>(
    `SELECT DISTINCT instance_id AS id FROM ledger_pending ORDER BY instance_id LIMIT ${limit}`,
    [],
  );
  return rows.map(({ id }) => id);
}

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

export const deletePending = (instanceId: number, seq: number): Statement => ({
  sql: "DELETE FROM ledger_pending WHERE instance_id = ? AND seq <= ?",
  params: [instanceId, seq],
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
