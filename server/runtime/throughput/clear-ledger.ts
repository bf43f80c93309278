import type { Context } from "../../kernel/context.js";
import type { Database, Row, SqlReader, Statement } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { endClearing, readLedgerState, takeTurn } from "./ledger-state.js";

const casesAtOnce = 500;
const queuedAtOnce = 20_000;

/**
 * Forgets a part of the sums, or queues a part of the cases to be added again, in a unit of work of a
 * second at most. Whoever begins a rebuild may die: any server goes on with it, as the rows say how far
 * it is.
 */
export async function clearSome({ unitOfWork }: Database, ctx: Context): Promise<void> {
  await unitOfWork.run(ctx, async (tx) => {
    // Another server may have come to its end meanwhile; whoever comes second in a turn reads again.
    if ((await readLedgerState(tx))?.isClearing !== 1) return;
    await tx.batch([takeTurn(true)]);
    await tx.batch((await forgetSome(tx)) ?? (await queueSome(tx)));
  });
}

async function forgetSome(reader: SqlReader): Promise<Statement[] | null> {
  const cell = await reader.get<Row & { id: number }>(
    "SELECT version_id AS id FROM ledger_cell LIMIT 1",
    [],
  );
  if (cell) return [{ sql: "DELETE FROM ledger_cell WHERE version_id = ?", params: [cell.id] }];
  for (const table of ["ledger_stay", "ledger_case"] as const) {
    const rows = await reader.all<Row & { id: number }>(
      `SELECT DISTINCT instance_id AS id FROM ${table} ORDER BY instance_id LIMIT ${casesAtOnce}`,
      [],
    );
    if (rows.length === 0) continue;
    const params = rows.map(({ id }) => id);
    return [{ sql: `DELETE FROM ${table} WHERE instance_id IN (${placeholders(params)})`, params }];
  }
  return null;
}

async function queueSome(reader: SqlReader): Promise<Statement[]> {
  const queuedTo = (await readLedgerState(reader))?.queuedTo ?? 0;
  const last = await reader.get<Row & { id: number | null }>(
    "SELECT MAX(id) AS id FROM instance",
    [],
  );
  if (queuedTo >= (last?.id ?? 0)) return [{ sql: endClearing, params: [] }];
  const to = queuedTo + queuedAtOnce;
  return [
    {
      sql: "UPDATE ledger_state SET queued_to = ? WHERE no = 1 AND queued_to = ?",
      params: [to, queuedTo],
      expect: 1,
    },
    {
      sql: `INSERT INTO ledger_pending (instance_id)
        SELECT i.id FROM instance i WHERE i.id > ? AND i.id <= ? AND i.version > 0`,
      params: [queuedTo, to],
    },
  ];
}
