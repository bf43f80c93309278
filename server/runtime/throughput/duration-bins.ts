import { DDSketch } from "@datadog/sketches-js";
import type { Histogram } from "./histogram.js";

/** A duration found from a histogram is at most this part of it away from the true one. */
export const relativeError = 0.01;

/**
 * Each bin reaches two hundredths further than the one before it, so that its middle is within a
 * hundredth of all that is in it. The numbers are part of what is stored: another error, or another
 * mapping, needs the roll-up built anew.
 */
const { mapping } = new DDSketch({ relativeAccuracy: relativeError });
/** By so much a bin's end is further than its beginning. */
const gamma = (1 + relativeError) / (1 - relativeError);

/** The bin of everything that took no time at all; of no duration of a millisecond or more. */
const none = -1;

/** The bin of a duration of so many whole milliseconds. */
export const binOf = (milliseconds: number): number =>
  milliseconds < 1 ? none : mapping.key(milliseconds);

/** The durations, in milliseconds, that the given parts (0 to 1) of a histogram's do not exceed. */
export function quantiles(histogram: Histogram, parts: readonly number[]): (number | null)[] {
  const sketch = new DDSketch({ relativeAccuracy: relativeError });
  histogram.forEach((bin, count) => {
    sketch.accept(bin === none ? 0 : mapping.value(bin), count);
  });
  return parts.map((part) =>
    sketch.count === 0 ? null : Math.round(sketch.getValueAtQuantile(part)),
  );
}

/** Where a bin begins, in milliseconds: it holds what is longer, up to where the next one begins. */
export const boundOf = (bin: number): number =>
  bin === none ? 0 : (mapping.value(bin) * (1 + gamma)) / (2 * gamma);
