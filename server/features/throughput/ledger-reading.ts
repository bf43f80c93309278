import {
  type Day,
  localDay,
  type OpenWork,
  tallyShares,
  Tally,
  type WorkingCalendar,
} from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, SqlReader } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { EnactedVersions } from "../../runtime/enacted-version.js";
import { accountCases, type OpenTail } from "../../runtime/throughput/case-accounts.js";
import { type CellPart, readContent } from "../../runtime/throughput/cell-content.js";
import { LedgerCalendars } from "../../runtime/throughput/ledger-calendars.js";
import { readTally } from "../../runtime/throughput/ledger-merger.js";
import { findMarks } from "../../runtime/throughput/ledger-rows.js";
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
  /** Of each range that was asked for. */
  readonly sums: readonly ReportSums[];
  /** Of the days after the last range, what was counted. */
  readonly after: ReportSums;
  readonly open: readonly OpenStay[];
  readonly openCases: number;
  /** How many cases were worked out, as their sums are behind. */
  readonly pendingCases: number;
}

interface CellRow extends Row, Partial<Record<CellPart, string>> {
  readonly versionId: number;
  readonly start: number;
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
    /** Tells only what is added up, as lists do. */
    readonly ignoresPending?: boolean;
  },
): Promise<LedgerReading> {
  const { asOf } = it;
  const calendars = new LedgerCalendars();
  const calendar = await calendars.of(reader, scope.officeId, null);
  const sopOf = new Map(scope.versions.map(({ versionId, sopId }) => [versionId, sopId]));
  const empty = (): ReportSums => new ReportSums(scope.groups, sopOf);
  const today = localDay(calendar, asOf);
  const last = ranges.at(-1)!;
  const reading = {
    ...{ calendar, asOf, today, after: empty() },
    sums: ranges.map(empty),
  };
  const ids = scope.versions.map(({ versionId }) => versionId);
  if (ids.length === 0) return { ...reading, open: [], openCases: 0, pendingCases: 0 };

  const parts: CellPart[] = ["counts", "times", ...(it.people ? (["people"] as const) : [])];
  await addCells(reader, ids, ranges, reading.sums, parts);
  const later = monthsAndDays({ from: last.to + 1, to: today });
  await addCells(
    reader,
    ids,
    later,
    later.map(() => reading.after),
    ["counts"],
  );

  /** The sums of a day; null where the report does not ask for it. */
  const sumsOf = (day: Day): ReportSums | null => {
    if (day > last.to) return reading.after;
    const index = ranges.findIndex(({ from, to }) => from <= day && day <= to);
    return reading.sums[index] ?? null;
  };
  const addTally = (versionId: number, tally: Tally, sign: 1 | -1): void => {
    for (const [day, subject, measure, value] of tally.entries()) {
      sumsOf(day)?.add(versionId, subject, measure, sign * value);
    }
  };
  const openCases: {
    readonly id: number;
    readonly versionId: number;
    readonly lastAt: number;
    readonly tail: readonly OpenTail[];
  }[] = [];
  const pending = it.ignoresPending ? [] : await findUnadded(reader, ids);
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
  for (const row of await findOpen(reader, ids)) {
    if (isPending.has(row.id)) continue;
    openCases.push({ ...row, tail: JSON.parse(row.tail) as OpenTail[] });
  }
  for (const { versionId, lastAt, tail } of openCases) {
    const tally = new Tally();
    if (tail.length > 0 && asOf > lastAt) {
      const work: readonly OpenWork[] = tail;
      tallyShares(tally, { from: lastAt, to: asOf, work }, calendar);
    }
    addTally(versionId, tally, 1);
  }
  const open = openCases.flatMap(({ id, versionId, tail }) =>
    tail.map((one): OpenStay => ({ ...one, instanceId: id, versionId })),
  );
  return { ...reading, open, openCases: openCases.length, pendingCases: pending.length };
}

/** Adds the cells of each range to the sums beside it: whole months as such, the rest by day. */
async function addCells(
  reader: SqlReader,
  versionIds: readonly number[],
  ranges: readonly DayRange[],
  sums: readonly ReportSums[],
  parts: readonly CellPart[],
): Promise<void> {
  const months = new Map<number, ReportSums>();
  const days: { readonly range: DayRange; readonly sums: ReportSums }[] = [];
  for (const [index, range] of ranges.entries()) {
    const month = wholeMonth(range);
    if (month === null) days.push({ range, sums: sums[index]! });
    else months.set(month, sums[index]!);
  }
  const read = async (
    grain: "D" | "M",
    from: number,
    to: number,
    sumsOf: (start: number) => ReportSums | undefined,
  ): Promise<void> => {
    const rows = await reader.all<CellRow>(
      `SELECT version_id AS versionId, start, ${parts.join(", ")} FROM ledger_cell
        WHERE version_id IN (${placeholders(versionIds)}) AND grain = '${grain}'
        AND start BETWEEN ? AND ?`,
      [...versionIds, from, to],
    );
    for (const { versionId, start, ...row } of rows) {
      const into = sumsOf(start);
      for (const part of into ? parts : []) {
        for (const [subject, numbers] of Object.entries(readContent(row[part]!))) {
          for (const [measure, value] of Object.entries(numbers)) {
            into!.add(versionId, subject, measure, value);
          }
        }
      }
    }
  };
  const known = [...months.keys()];
  if (known.length > 0) {
    await read("M", Math.min(...known), Math.max(...known), (month) => months.get(month));
  }
  const byDay = new Map<Day, ReportSums>();
  for (const { range, sums: into } of days) {
    for (let day = range.from; day <= range.to; day += 1) byDay.set(day, into);
  }
  for (const { from, to } of runsOf(days.map(({ range }) => range))) {
    await read("D", from, to, (day) => byDay.get(day));
  }
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
async function findUnadded(reader: SqlReader, versionIds: readonly number[]): Promise<number[]> {
  const pending = await reader.all<Row & { id: number }>(
    `SELECT DISTINCT p.instance_id AS id FROM ledger_pending p
      JOIN instance i ON i.id = p.instance_id
      WHERE i.version_id IN (${placeholders(versionIds)}) LIMIT ${mostPending + 1}`,
    [...versionIds],
  );
  const outdated = await reader.all<Row & { id: number }>(
    `SELECT c.instance_id AS id FROM ledger_case c
      WHERE c.version_id IN (${placeholders(versionIds)}) AND c.is_open = 1
      AND c.stamp < (SELECT COALESCE(MAX(k.seq), 0) FROM calendar_change k
        WHERE k.office_id IS NULL OR k.office_id = c.office_id) LIMIT ${mostPending + 1}`,
    [...versionIds],
  );
  const ids = new Set([...pending, ...outdated].map(({ id }) => id));
  if (ids.size > mostPending) throw new Refusal("REPORT_NOT_READY");
  return [...ids];
}

const findOpen = (reader: SqlReader, versionIds: readonly number[]): Promise<OpenRow[]> =>
  reader.all<OpenRow>(
    `SELECT instance_id AS id, version_id AS versionId, last_at AS lastAt, tail FROM ledger_case
      WHERE version_id IN (${placeholders(versionIds)}) AND is_open = 1`,
    [...versionIds],
  );
