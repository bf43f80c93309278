import { addWorkingTime, type WorkingCalendar } from "../../domain/index.js";
import { Dice } from "../walks/dice.js";

const MINUTE = 60_000;

/** Dice that also throw durations: the same seed, the same ones, on every machine. */
export class TimeDice extends Dice {
  /** 0 up to, and without, 1, in steps of a millionth. */
  share(): number {
    return this.below(1_000_000) / 1_000_000;
  }

  /** Log-normal: half are below `median`; two thirds within `median` ÷ and × e^`spread`. */
  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.share()));
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.share()));
  }

  /** How many of something that happens `mean` times come at once (Poisson). */
  count(mean: number): number {
    // Far from zero the normal distribution is as good, and does not take a throw for each.
    if (mean > 60) {
      const radius = Math.sqrt(-2 * Math.log(1 - this.share()));
      const normal = radius * Math.cos(2 * Math.PI * this.share());
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
    }
    const floor = Math.exp(-mean);
    let product = this.share();
    let count = 0;
    while (product > floor) {
      product *= this.share();
      count += 1;
    }
    return count;
  }
}

/** The instant so many working milliseconds after `from`, whole milliseconds. */
export function afterWork(calendar: WorkingCalendar, from: number, milliseconds: number): number {
  const time = { value: milliseconds / MINUTE, unit: "MINUTE" } as const;
  return addWorkingTime(calendar, from, time) ?? from;
}
