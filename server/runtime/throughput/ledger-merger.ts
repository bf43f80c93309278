import { Tally, type TallyJson } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Statement, Tx } from "../../persistence/database.js";
import type { EnactedVersions } from "../enacted-version.js";
import { type AccountedCase, accountCases } from "./case-accounts.js";
import { CellDeltas } from "./ledger-cells.js";
import { clearSome } from "./clear-ledger.js";
import { LedgerCalendars } from "./ledger-calendars.js";
import {
  deletePending,
  findMarks,
  findOutdated,
  findPending,
  type LedgerMark,
  moveMark,
  type PendingRow,
  writeMark,
  writeStays,
} from "./ledger-rows.js";
import { insertLedgerState, readLedgerState, takeTurn } from "./ledger-state.js";

/** So few that nobody waits for long while they are worked out. */
const casesAtOnce = 25;

/**
 * Adds to the sums what cases have done since: of each the account of its whole log now, less what it
 * was when it was last added. Any server may, several at once, and whoever is cut off leaves nothing:
 * the marks of the cases decide, in the transaction that changes the sums.
 */
export class LedgerMerger {
  constructor(
    private readonly database: Database,
    private readonly versions: EnactedVersions,
  ) {}

  /** Whether anything is left to do. */
  async isBehind(): Promise<boolean> {
    const { reader } = this.database;
    if ((await readLedgerState(reader))?.isClearing === 1) return true;
    return (await findPending(reader, 1)).length > 0 || (await findOutdated(reader, 1)).length > 0;
  }

  /**
   * Adds some cases; answers how many there were, 0: nothing was left to do. A case that cannot be
   * accounted for is left out, and thrown once the others are added: it must not hold them up.
   */
  async mergeSome(ctx: Context, atOnce = casesAtOnce): Promise<number> {
    const { database } = this;
    const { reader } = database;
    if ((await readLedgerState(reader))?.isClearing === 1) {
      await clearSome(database, ctx);
      return 1;
    }
    const pending = await findPending(reader, atOnce);
    const ids =
      pending.length > 0
        ? [...new Set(pending.map(({ instanceId }) => instanceId))]
        : await findOutdated(reader, atOnce);
    if (ids.length === 0) return 0;
    // The log is read after the rows, so that it has at least what they tell of.
    const { cases, faults } = await this.#account(ids);
    await database.unitOfWork.run(ctx, async (tx) => {
      const state = await readLedgerState(tx);
      // Somebody forgets all sums now: these cases are queued again afterwards.
      if (state?.isClearing === 1) return;
      if (state === null) await tx.run(insertLedgerState, []);
      await addCases(tx, cases, pending);
    });
    if (faults.length > 0) throw new AggregateError(faults, "Cases that reports leave out");
    return ids.length;
  }

  async #account(ids: readonly number[]): Promise<{ cases: AccountedCase[]; faults: unknown[] }> {
    const account = (some: readonly number[]) =>
      accountCases(this.database.reader, some, this.versions, new LedgerCalendars());
    try {
      return { cases: await account(ids), faults: [] };
    } catch {
      const cases: AccountedCase[] = [];
      const faults: unknown[] = [];
      for (const id of ids) {
        try {
          cases.push(...(await account([id])));
        } catch (cause) {
          faults.push(new Error(`Case ${id} cannot be accounted for`, { cause }));
        }
      }
      // Nothing can be said of any: then it is not the cases that are at fault.
      if (cases.length === 0 && ids.length > 1) throw faults[0];
      return { cases, faults };
    }
  }
}

/** Adds cases to the sums, if they have not got further already. */
async function addCases(
  tx: Tx,
  cases: readonly AccountedCase[],
  pending: readonly PendingRow[],
): Promise<void> {
  const marks = await findMarks(
    tx,
    cases.map(({ instanceId }) => instanceId),
  );
  const deltas = new CellDeltas();
  const marked: Statement[] = [];
  const stays: Parameters<typeof writeStays>[0][number][] = [];
  for (const it of cases) {
    const mark = marks.get(it.instanceId);
    if (mark && isAsFar(mark, it)) continue;
    if (mark && mark.isOpen === 0) {
      marked.push(moveMark(it, mark));
      continue;
    }
    const { versionId } = it.version;
    if (mark?.tally) deltas.add(versionId, readTally(mark.tally), -1);
    deltas.add(versionId, it.tally, 1);
    marked.push(writeMark(it, mark));
    stays.push(...changedStays(it, mark));
  }
  await tx.batch([
    takeTurn(false),
    ...marked,
    ...(await deltas.statements(tx)),
    ...writeStays(stays),
    ...deletePending(pending),
  ]);
}

export const readTally = (json: string): Tally => Tally.fromJSON(JSON.parse(json) as TallyJson);

const isAsFar = (mark: LedgerMark, { seq, calendar }: AccountedCase): boolean =>
  mark.seq > seq || (mark.seq === seq && mark.stamp >= calendar.stamp);

/** What was over when the case was last added stays as it is, unless the calendar is another one. */
const changedStays = (it: AccountedCase, mark: LedgerMark | undefined) =>
  it.stays
    .filter(
      ({ endedAt }) =>
        !mark || mark.stamp !== it.calendar.stamp || endedAt === null || endedAt >= mark.lastAt,
    )
    .map((stay) => ({
      of: it,
      stay,
      isKnown: mark !== undefined && stay.openedAt <= mark.lastAt,
    }));
