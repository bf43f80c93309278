import { sumMeasure } from "../../../domain/index.js";
import { quantiles } from "../../runtime/throughput/duration-bins.js";
import { numberOf, type Sum } from "./report-sums.js";
import { DurationFigures } from "./time-figures.js";

/** How many durations of a kind fell into each bin. */
export function binsOf(sum: Sum, kind: string): ReadonlyMap<number, number> {
  const bins = new Map<number, number>();
  const prefix = `${kind}#`;
  for (const [measure, count] of sum) {
    if (measure.startsWith(prefix)) bins.set(Number(measure.slice(prefix.length)), count);
  }
  return bins;
}

/** What is said of the durations of a kind. */
export function durationFigures(sum: Sum, kind: string): DurationFigures {
  const bins = binsOf(sum, kind);
  let count = 0;
  for (const inBin of bins.values()) count += inBin;
  const [p50 = null, p90 = null, p95 = null] = quantiles(bins, [0.5, 0.9, 0.95]);
  const mean = count === 0 ? null : Math.round(numberOf(sum, sumMeasure(kind)) / count);
  return Object.assign(new DurationFigures(), { count, mean, p50, p90, p95 });
}
