import {
  cutShares,
  type Day,
  localDay,
  startOfDay,
  type Tally,
  timeMeasure,
  type WorkingCalendar,
} from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import type { SqlReader } from "../../persistence/database.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import type { OpenTail } from "../../runtime/throughput/case-accounts.js";
import type { CellPart } from "../../runtime/throughput/cell-content.js";
import { LedgerCalendars } from "../../runtime/throughput/ledger-calendars.js";
import { readLedgerState } from "../../runtime/throughput/ledger-state.js";
import { addCells } from "./add-cells.js";
import type { CellReader } from "./cell-reader.js";
import { readOpenCases, readPendingCases } from "./open-cases.js";
import type { ReportScope } from "./report-scope.js";
import { type DayRange, monthsAndDays } from "./report-period.js";
import { ReportSums } from "./report-sums.js";

/** A task or connector that is open at the moment of the reading. */
export interface OpenStay extends OpenTail {
  readonly instanceId: number;
  readonly versionId: number;
}

/** What the ledger says of a scope, of one moment. */
export interface LedgerReading {
  readonly calendar: WorkingCalendar;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly today: Day;
  /** Of each range that was asked for, without the histograms of its steps. */
  readonly sums: readonly ReportSums[];
  /** Of all of them together. */
  readonly total: ReportSums;
  /** Of the days after the last range, what was counted. */
  readonly after: ReportSums;
  readonly open: readonly OpenStay[];
  readonly openCases: number;
  /** How many cases were worked out, as their sums are behind. */
  readonly pendingCases: number;
}

/**
 * Reads the ledger in one snapshot: the sums, what was not added to them yet, and what is open since.
 * `ranges` follow one another; what of them is still to come is empty.
 */
export async function readLedger(
  reader: SqlReader,
  scope: ReportScope,
  ranges: readonly DayRange[],
  it: {
    readonly asOf: number;
    readonly people: boolean;
    readonly versions: EnactedVersions;
    readonly cells: CellReader;
    /** Tells only what is added up, as lists do. */
    readonly ignoresPending?: boolean;
  },
): Promise<LedgerReading> {
  const { asOf } = it;
  if ((await readLedgerState(reader))?.isClearing === 1) throw new Refusal("REPORT_NOT_READY");
  const calendars = new LedgerCalendars();
  const calendar = await calendars.of(reader, scope.officeId, null);
  const sopOf = new Map(scope.versions.map(({ versionId, sopId }) => [versionId, sopId]));
  const empty = (keepsTimes: boolean): ReportSums =>
    new ReportSums(scope.groups, sopOf, keepsTimes);
  const today = localDay(calendar, asOf);
  const last = ranges.at(-1)!;
  const reading = {
    ...{ calendar, asOf, today, total: empty(true), after: empty(false) },
    sums: ranges.map(() => empty(false)),
  };
  const ids = scope.versions.map(({ versionId }) => versionId);
  if (ids.length === 0) return { ...reading, open: [], openCases: 0, pendingCases: 0 };

  const parts: CellPart[] = ["counts", "times", ...(it.people ? (["people"] as const) : [])];
  const { sums, total, after } = reading;
  const both = (range: number): readonly ReportSums[] => [sums[range]!, total];
  const cells = { reader, reads: it.cells, versionIds: ids };
  await addCells(cells, ranges, both, parts);
  await addCells(cells, monthsAndDays({ from: last.to + 1, to: today }), () => [after], ["counts"]);

  /** The sums of a day; none where the report does not ask for it. */
  const sumsOf = (day: Day): readonly ReportSums[] => {
    if (day > last.to) return [after];
    const index = ranges.findIndex(({ from, to }) => from <= day && day <= to);
    return index < 0 ? [] : both(index);
  };
  const addTally = (versionId: number, tally: Tally, sign: 1 | -1): void => {
    for (const [day, subject, measure, value] of tally.entries()) {
      for (const into of sumsOf(day)) into.add(versionId, subject, measure, sign * value);
    }
  };
  const behind = it.ignoresPending
    ? none
    : await readPendingCases(
        reader,
        scope,
        { stamp: calendar.stamp, calendars, versions: it.versions },
        addTally,
      );
  const openCases = [
    ...behind.open,
    ...(await readOpenCases(reader, scope)).filter(({ id }) => !behind.ids.has(id)),
  ];
  // Of what was before the first range nothing is told, so that it is one part.
  const ends = [...ranges.map(({ from }) => from), last.to + 1].map((day) =>
    startOfDay(calendar, day),
  );
  for (const { versionId, lastAt, tail } of openCases) {
    if (tail.length === 0) continue;
    cutShares({ from: lastAt, to: asOf, work: tail }, calendar, ends, (part, work, time) => {
      if (part === 0) return;
      for (const into of both(part - 1)) {
        const sum = into.step(versionId, work.lane ?? "", work.node);
        for (const scale of ["clock", "working"] as const) {
          sum.add(timeMeasure(scale, work.state, work.isRework), time[scale]);
        }
      }
    });
  }
  const open = openCases.flatMap(({ id, versionId, tail }) =>
    tail.map((one): OpenStay => ({ ...one, instanceId: id, versionId })),
  );
  return { ...reading, open, openCases: openCases.length, pendingCases: behind.ids.size };
}

const none: Awaited<ReturnType<typeof readPendingCases>> = { ids: new Set(), open: [] };
