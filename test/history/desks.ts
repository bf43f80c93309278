import type { WorkingCalendar } from "../../domain/index.js";
import type { Worker } from "./played-case.js";
import { afterWork, type TimeDice } from "./random-times.js";

const MINUTE = 60_000;

interface Desk extends Worker {
  /** When this person is done with what they have looked at so far. */
  freeAt: number;
}

/** How long somebody needs before they turn to a task, half of the time; working milliseconds. */
const reaction = 8 * MINUTE;
/** How often whoever is free first gets it; else anybody. */
const fairness = 0.75;

/**
 * Who takes a task, and when. A holder of a position turns to one task after another, each for
 * `attention` working milliseconds on average: where that is more than there is, a queue grows.
 */
export class Desks {
  readonly #desks: ReadonlyMap<number, readonly Desk[]>;

  constructor(
    private readonly calendar: WorkingCalendar,
    holders: ReadonlyMap<number, readonly Worker[]>,
    private readonly attention: ReadonlyMap<number, number>,
  ) {
    this.#desks = new Map(
      [...holders].map(([id, workers]) => [id, workers.map((one) => ({ ...one, freeAt: 0 }))]),
    );
  }

  take(
    positionId: number,
    at: number,
    dice: TimeDice,
  ): { readonly worker: Worker; readonly startsAt: number } {
    const desk = this.#choose(positionId, dice);
    const from = Math.max(at, desk.freeAt);
    const needs = (this.attention.get(positionId) ?? 0) * dice.logNormal(0.88, 0.5);
    desk.freeAt = afterWork(this.calendar, from, needs);
    // What they do meanwhile keeps nobody else waiting.
    const startsAt = afterWork(this.calendar, from, dice.logNormal(reaction, 1));
    return { worker: desk, startsAt };
  }

  /** Another holder of the position; `null` where there is none. */
  other(positionId: number, than: Worker, dice: TimeDice): Worker | null {
    const others = this.#desks.get(positionId)?.filter(({ id }) => id !== than.id) ?? [];
    return dice.pick(others) ?? null;
  }

  #choose(positionId: number, dice: TimeDice): Desk {
    const desks = this.#desks.get(positionId) ?? [];
    const any = dice.pick(desks);
    if (!any) throw new Error(`Nobody holds the position ${positionId}`);
    if (!dice.chance(fairness)) return any;
    return desks.reduce((first, desk) => (desk.freeAt < first.freeAt ? desk : first), any);
  }
}
