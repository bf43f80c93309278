import { describe, expect, it } from "vitest";
import { Dice } from "../../../test/walks/dice.js";
import { binOf, boundOf, quantiles, relativeError } from "./duration-bins.js";
import { Histogram } from "./histogram.js";

function histogramOf(durations: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const duration of durations) histogram.add(binOf(duration), 1);
  return histogram;
}

describe("durations in bins", () => {
  it("are found again within the stated error, from a millisecond to a hundred years", () => {
    const dice = new Dice(7);
    for (let round = 0; round < 200; round += 1) {
      const scale = 10 ** (1 + dice.below(12));
      const durations = Array.from({ length: 1 + dice.below(400) }, () =>
        dice.below(5) === 0 ? dice.below(3) : dice.below(scale),
      );
      const sorted = durations.toSorted((a, b) => a - b);
      for (const part of [0.5, 0.9, 0.95]) {
        const exact = sorted[Math.floor(part * (sorted.length - 1))]!;
        const [found] = quantiles(histogramOf(durations), [part]);
        // Rounded to the millisecond.
        expect(Math.abs(found! - exact)).toBeLessThanOrEqual(exact * relativeError + 0.5);
      }
    }
  });

  it("hold what is longer than where they begin, up to where the next one begins", () => {
    for (const duration of [1, 2, 59_999, 60_000, 27_000_000, 3_155_760_000_000]) {
      const bin = binOf(duration);
      expect(boundOf(bin)).toBeLessThan(duration);
      expect(boundOf(bin + 1)).toBeGreaterThanOrEqual(duration * (1 - 1e-12));
    }
    expect(boundOf(binOf(0))).toBe(0);
  });

  it("have no quantile where there is none", () => {
    expect(quantiles(new Histogram(), [0.5, 0.9])).toEqual([null, null]);
  });
});
