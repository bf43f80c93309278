import type { Context } from "../../kernel/context.js";
import type { Database } from "../../persistence/database.js";
import type { LedgerMerger } from "./ledger-merger.js";
import { beginClearing, insertLedgerState } from "./ledger-state.js";

/** Nobody waits for a rebuild, so that each unit of work may be a longer one. */
const casesAtOnce = 400;

/**
 * Forgets every sum and makes them anew from the log. Servers may go on meanwhile, and help; until all is
 * forgotten and queued again they say that their reports are not ready. Answers how many cases were added
 * here.
 */
export async function rebuildLedger(
  database: Database,
  merger: LedgerMerger,
  ctx: Context,
  onProgress: (cases: number) => void,
): Promise<number> {
  await database.unitOfWork.run(ctx, async (tx) => {
    await tx.run(insertLedgerState, []);
    await tx.run(beginClearing, []);
  });
  let cases = 0;
  while (await merger.isBehind()) {
    cases += await merger.mergeSome(ctx, casesAtOnce);
    onProgress(cases);
  }
  return cases;
}
