import { sumMeasure } from "../../../domain/index.js";
import { quantiles } from "../../runtime/throughput/duration-bins.js";
import { Histogram } from "../../runtime/throughput/histogram.js";
import { numberOf, type Sum } from "./report-sums.js";
import { DurationFigures } from "./time-figures.js";

/** What is said of the durations of a kind. */
export function durationFigures(sum: Sum, kind: string): DurationFigures {
  const times = sum.times.get(kind) ?? new Histogram();
  const count = times.total;
  const [p50 = null, p90 = null, p95 = null] = quantiles(times, [0.5, 0.9, 0.95]);
  const mean = count === 0 ? null : Math.round(numberOf(sum, sumMeasure(kind)) / count);
  return Object.assign(new DurationFigures(), { count, mean, p50, p90, p95 });
}
