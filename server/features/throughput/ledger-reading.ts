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
import type { Row, SqlReader } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import { accountCases, type OpenTail } from "../../runtime/throughput/case-accounts.js";
import type { CellPart } from "../../runtime/throughput/cell-content.js";
import { LedgerCalendars } from "../../runtime/throughput/ledger-calendars.js";
import { readTally } from "../../runtime/throughput/ledger-merger.js";
import { findMarks } from "../../runtime/throughput/ledger-rows.js";
import type { CellReader } from "./cell-reader.js";
import type { ReportScope } from "./report-scope.js";
import { type DayRange, monthsAndDays, wholeMonth } from "./report-period.js";
import { ReportSums } from "./report-sums.js";

/** So many cases may wait to be added while a report is made; it works them out itself. */
const mostPending = 1_000;

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

interface OpenRow extends Row {
  readonly id: number;
  readonly versionId: number;
  readonly lastAt: number;
  readonly tail: string;
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
  const openCases: {
    readonly id: number;
    readonly versionId: number;
    readonly lastAt: number;
    readonly tail: readonly OpenTail[];
  }[] = [];
  const pending = it.ignoresPending
    ? []
    : await findUnadded(reader, scope.officeId, ids, calendar.stamp);
  const marks = pending.length > 0 ? await findMarks(reader, pending) : new Map();
  for (const one of await accountCases(reader, pending, it.versions, calendars)) {
    const mark = marks.get(one.instanceId);
    if (mark?.isOpen === 0) continue;
    const { versionId } = one.version;
    if (mark?.tally) addTally(versionId, readTally(mark.tally), -1);
    addTally(versionId, one.tally, 1);
    if (one.endedAt === null) openCases.push({ ...one, id: one.instanceId, versionId });
  }
  const isPending = new Set(pending);
  for (const row of await findOpen(reader, scope.officeId, ids)) {
    if (isPending.has(row.id)) continue;
    openCases.push({ ...row, tail: JSON.parse(row.tail) as OpenTail[] });
  }
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
  return { ...reading, open, openCases: openCases.length, pendingCases: pending.length };
}

/** Adds the cells of each range to the sums beside it: whole months as such, the rest by day. */
async function addCells(
  cells: {
    readonly reader: SqlReader;
    readonly reads: CellReader;
    readonly versionIds: readonly number[];
  },
  ranges: readonly DayRange[],
  sumsOf: (range: number) => readonly ReportSums[],
  parts: readonly CellPart[],
): Promise<void> {
  const months = new Map<number, number>();
  const days = new Map<Day, number>();
  const byDay: DayRange[] = [];
  for (const [index, range] of ranges.entries()) {
    const month = wholeMonth(range);
    if (month !== null) months.set(month, index);
    else {
      byDay.push(range);
      for (let day = range.from; day <= range.to; day += 1) days.set(day, index);
    }
  }
  const add = async (
    grain: "D" | "M",
    { from, to }: DayRange,
    rangeOf: ReadonlyMap<number, number>,
  ): Promise<void> => {
    const { reader, reads, versionIds } = cells;
    const read = await reads.read(reader, versionIds, { grain, from, to }, parts);
    for (const { versionId, start, parts: contents } of read) {
      const range = rangeOf.get(start);
      if (range === undefined) continue;
      for (const sums of sumsOf(range)) {
        for (const content of contents) sums.addContent(versionId, content);
      }
    }
  };
  const known = [...months.keys()];
  if (known.length > 0) {
    await add("M", { from: Math.min(...known), to: Math.max(...known) }, months);
  }
  for (const run of runsOf(byDay)) await add("D", run, days);
}

/** Ranges that follow one another without a gap are one. */
function runsOf(ranges: readonly DayRange[]): readonly DayRange[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const { from, to } of ranges) {
    const run = runs.at(-1);
    if (run && run.to + 1 === from) run.to = to;
    else runs.push({ from, to });
  }
  return runs;
}

/** Cases whose log, or whose calendar, is further than the sums are. */
async function findUnadded(
  reader: SqlReader,
  officeId: number,
  versionIds: readonly number[],
  stamp: number,
): Promise<number[]> {
  const pending = await reader.all<Row & { id: number }>(
    `SELECT DISTINCT p.instance_id AS id FROM ledger_pending p
      JOIN instance i ON i.id = p.instance_id
      WHERE i.version_id IN (${placeholders(versionIds)}) LIMIT ${mostPending + 1}`,
    [...versionIds],
  );
  const outdated = await reader.all<Row & { id: number }>(
    `SELECT c.instance_id AS id FROM ledger_case c
      WHERE c.office_id = ? AND c.is_open = 1 AND c.stamp < ?
      AND +c.version_id IN (${placeholders(versionIds)}) LIMIT ${mostPending + 1}`,
    [officeId, stamp, ...versionIds],
  );
  const ids = new Set([...pending, ...outdated].map(({ id }) => id));
  if (ids.size > mostPending) throw new Refusal("REPORT_NOT_READY");
  return [...ids];
}

/** With the plus SQLite does not think of an index by version, in which most cases are over. */
const findOpen = (
  reader: SqlReader,
  officeId: number,
  versionIds: readonly number[],
): Promise<OpenRow[]> =>
  reader.all<OpenRow>(
    `SELECT instance_id AS id, version_id AS versionId, last_at AS lastAt, tail FROM ledger_case
      WHERE office_id = ? AND is_open = 1 AND +version_id IN (${placeholders(versionIds)})`,
    [officeId, ...versionIds],
  );
