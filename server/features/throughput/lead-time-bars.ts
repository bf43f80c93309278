import { boundOf } from "../../runtime/throughput/duration-bins.js";
import type { Histogram } from "../../runtime/throughput/histogram.js";
import { LeadTimeBar } from "./report-types.js";

/** So many bins are a bar, which reaches a good quarter further than the one before it. */
const binsInBar = 12;

/** The bars of a histogram, from the first that has any to the last; none at all has its own, 0. */
export function leadTimeBars(times: Histogram): LeadTimeBar[] {
  const counts = new Map<number, number>();
  times.forEach((bin, count) => {
    counts.set(barOf(bin), (counts.get(barOf(bin)) ?? 0) + count);
  });
  const filled = [...counts.keys()].filter((bar) => bar > 0).toSorted((a, b) => a - b);
  const shown = counts.has(0) ? [0] : [];
  for (let bar = filled[0] ?? 1; bar <= (filled.at(-1) ?? 0); bar += 1) shown.push(bar);
  return shown.map((index) =>
    Object.assign(new LeadTimeBar(), { index, count: counts.get(index) ?? 0, ...barBounds(index) }),
  );
}

export const barOf = (bin: number): number => (bin < 0 ? 0 : Math.floor(bin / binsInBar) + 1);

/** What is longer than `from`, up to `to`, in whole milliseconds; of the first bar: exactly nothing. */
export function barBounds(index: number): { readonly from: number; readonly to: number } {
  if (index <= 0) return { from: -1, to: 0 };
  const first = (index - 1) * binsInBar;
  return { from: Math.floor(boundOf(first)), to: Math.floor(boundOf(first + binsInBar)) };
}
