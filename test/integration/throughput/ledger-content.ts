import { systemContext } from "../../../server/kernel/system-context.js";
import type { Database, Row } from "../../../server/persistence/database.js";
import { EnactedVersions } from "../../../server/runtime/enacted-version.js";
import { LedgerMerger } from "../../../server/runtime/throughput/ledger-merger.js";
import { rebuildLedger } from "../../../server/runtime/throughput/rebuild-ledger.js";

export const mergerOn = (database: Database): LedgerMerger =>
  new LedgerMerger(database, new EnactedVersions());

export const mergerContext = () => systemContext("throughput", Date.now);

/** Adds all that is left. */
export async function mergeAll(merger: LedgerMerger): Promise<void> {
  while ((await merger.mergeSome(mergerContext())) > 0);
}

type Content = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Cell extends Row {
  readonly counts: string;
  readonly times: string;
  readonly people: string;
}

/** All that the ledger's tables say, in one order; sums that say nothing are left out. */
export async function ledgerContent({ reader }: Database): Promise<readonly string[]> {
  const cells = await reader.all<Cell>(
    "SELECT version_id, grain, start, counts, times, people FROM ledger_cell",
    [],
  );
  const lines = cells.flatMap(({ counts, times, people, ...place }) => {
    const written = [counts, times, people].map((json) => sorted(JSON.parse(json) as Content));
    return written.every((part) => part === "{}") ? [] : [`${JSON.stringify(place)} ${written}`];
  });
  const stays = await reader.all("SELECT * FROM ledger_stay", []);
  const cases = await reader.all<Row & { tally: string | null }>("SELECT * FROM ledger_case", []);
  const known = cases.map(({ tally, stamp: _stamp, ...row }) => ({
    ...row,
    tally:
      tally && (JSON.parse(tally) as [number, Content][]).map(([day, one]) => [day, sorted(one)]),
  }));
  return [...lines, ...[...stays, ...known].map((row) => JSON.stringify(row))].toSorted();
}

const sorted = (content: Content): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.keys(content)
        .toSorted()
        .map((subject) => [
          subject,
          Object.fromEntries(Object.entries(content[subject]!).toSorted()),
        ]),
    ),
  );

/** What the tables would say if they were made anew from the log; leaves them so. */
export async function rebuiltContent(database: Database): Promise<readonly string[]> {
  await rebuildLedger(database, mergerOn(database), mergerContext(), () => undefined);
  return ledgerContent(database);
}
