import type { Day } from "../../../domain/index.js";
import type { SqlReader } from "../../persistence/database.js";
import type { CellPart } from "../../runtime/throughput/cell-content.js";
import type { CellReader } from "./cell-reader.js";
import { type DayRange, wholeMonth } from "./report-period.js";
import type { ReportSums } from "./report-sums.js";

/** Adds the cells of each range to the sums beside it: whole months as such, the rest by day. */
export async function addCells(
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
