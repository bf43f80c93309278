import type { Row, SqlReader, Statement } from "../../persistence/database.js";

/** How the sums stand. */
export interface LedgerState extends Row {
  /** Whether they are being forgotten, to be made anew. */
  readonly isClearing: number;
  /** Meanwhile: up to this case all are queued to be added again. */
  readonly queuedTo: number;
}

/** `null`: nothing was ever added. */
export async function readLedgerState(reader: SqlReader): Promise<LedgerState | null> {
  const row = await reader.get<LedgerState>(
    "SELECT is_clearing AS isClearing, queued_to AS queuedTo FROM ledger_state WHERE no = 1",
    [],
  );
  return row ?? null;
}

/**
 * Whoever changes the sums begins with this: one after another, and never by a state that is over. It
 * changes the row, as Galera sends no change round that is none.
 */
export const takeTurn = (isClearing: boolean): Statement => ({
  sql: `UPDATE ledger_state SET turn = turn + 1 WHERE no = 1 AND is_clearing = ${isClearing ? 1 : 0}`,
  params: [],
  expect: 1,
});

export const beginClearing = "UPDATE ledger_state SET is_clearing = 1, queued_to = 0 WHERE no = 1";
export const endClearing = "UPDATE ledger_state SET is_clearing = 0 WHERE no = 1";

/** A database in which nothing was ever added has no such row; an empty one must have none at all. */
export const insertLedgerState = `INSERT INTO ledger_state (no, is_clearing, queued_to, turn)
  SELECT n.a, n.b, n.c, n.d FROM (SELECT 1 AS a, 0 AS b, 0 AS c, 0 AS d) n
  WHERE NOT EXISTS (SELECT 1 FROM ledger_state)`;
