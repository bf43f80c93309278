import { Tally, type TallyJson } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Statement, Tx } from "../../persistence/database.js";
import type { EnactedVersions } from "../enacted-version.js";
import { type AccountedCase, accountCases } from "./case-accounts.js";
import { CellDeltas } from "./ledger-cells.js";
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
    return (await findPending(reader, 1)).length > 0 || (await findOutdated(reader, 1)).length > 0;
  }

  /** Adds some cases; answers how many there were, 0: nothing was left to do. */
  async mergeSome(ctx: Context, atOnce = casesAtOnce): Promise<number> {
    const { reader } = this.database;
    const pending = await findPending(reader, atOnce);
    const ids =
      pending.length > 0
        ? [...new Set(pending.map(({ instanceId }) => instanceId))]
        : await findOutdated(reader, atOnce);
    if (ids.length > 0) await this.#merge(ctx, ids, pending);
    return ids.length;
  }

  /** The log is read after the rows, so that it has at least what they tell of. */
  async #merge(
    ctx: Context,
    ids: readonly number[],
    pending: readonly PendingRow[],
  ): Promise<void> {
    const { reader, unitOfWork } = this.database;
    const cases = await accountCases(reader, ids, this.versions, new LedgerCalendars());
    await unitOfWork.run(ctx, (tx) => addCases(tx, cases, pending));
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
