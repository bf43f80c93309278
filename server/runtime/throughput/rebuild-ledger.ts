import type { Context } from "../../kernel/context.js";
import type { Database } from "../../persistence/database.js";
import type { LedgerMerger } from "./ledger-merger.js";
import { queueMissingCases } from "./ledger-rows.js";

/** Nobody waits for a rebuild, so that each unit of work may be a long one. */
const casesAtOnce = 400;

/**
 * Forgets every sum and makes them anew from the log. Servers may go on meanwhile: their reports show
 * what is added so far, and what they write is added as well.
 */
export async function rebuildLedger(
  database: Database,
  merger: LedgerMerger,
  ctx: Context,
  onProgress: (cases: number) => void,
): Promise<number> {
  await database.unitOfWork.run(ctx, (tx) =>
    tx.batch(
      [
        "DELETE FROM ledger_cell",
        "DELETE FROM ledger_stay",
        "DELETE FROM ledger_case",
        queueMissingCases,
      ].map((sql) => ({ sql, params: [] })),
    ),
  );
  let cases = 0;
  for (;;) {
    const added = await merger.mergeSome(ctx, casesAtOnce);
    if (added === 0) return cases;
    cases += added;
    onProgress(cases);
  }
}
