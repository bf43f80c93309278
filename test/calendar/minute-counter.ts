import type { CalendarFixture } from "./random-calendar.js";

const MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/**
 * Working time by counting minutes, one after another: a second opinion that shares no line with
 * `domain/time`. It knows the minutes of a window of days only.
 */
export class MinuteCounter {
  /** 1 for each worked minute of the window, by UTC. */
  readonly #worked: Uint8Array;
  readonly #firstMinute: number;

  constructor(fixture: CalendarFixture, firstDay: number, days: number) {
    // A day more on either side, as the window is one of UTC and the calendar's days are not.
    this.#firstMinute = (firstDay - 1) * MINUTES_PER_DAY;
    this.#worked = new Uint8Array((days + 2) * MINUTES_PER_DAY);
    for (let day = firstDay - 1; day < firstDay + days + 2; day += 1) {
      for (const [from, to] of hoursOf(fixture, new Date(day * MINUTES_PER_DAY * MINUTE))) {
        for (let minute = clock(from); minute < clock(to); minute += 1) {
          const utc = day * MINUTES_PER_DAY + minute - fixture.utcOffset;
          const at = utc - this.#firstMinute;
          if (at >= 0 && at < this.#worked.length) this.#worked[at] = 1;
        }
      }
    }
  }

  /** The first instant at which `duration` has been worked; `null`: not within the window. */
  add(from: number, duration: number): number | null {
    let left = duration;
    let at = from;
    for (;;) {
      const minute = Math.floor(at / MINUTE);
      const end = (minute + 1) * MINUTE;
      const isWorked = this.#isWorked(minute);
      if (isWorked === undefined) return null;
      if (isWorked && left <= end - at) return at + left;
      if (isWorked) left -= end - at;
      at = end;
    }
  }

  /** The last instant from which `duration` is worked by `to`; `null`: not within the window. */
  subtract(to: number, duration: number): number | null {
    let left = duration;
    let at = to;
    for (;;) {
      const minute = Math.ceil(at / MINUTE) - 1;
      const begin = minute * MINUTE;
      const isWorked = this.#isWorked(minute);
      if (isWorked === undefined) return null;
      if (isWorked && left <= at - begin) return at - left;
      if (isWorked) left -= at - begin;
      at = begin;
    }
  }

  between(from: number, to: number): number {
    let total = 0;
    let at = from;
    while (at < to) {
      const minute = Math.floor(at / MINUTE);
      const end = Math.min((minute + 1) * MINUTE, to);
      if (this.#isWorked(minute)) total += end - at;
      at = end;
    }
    return total;
  }

  #isWorked(minute: number): boolean | undefined {
    const worked = this.#worked[minute - this.#firstMinute];
    return worked === undefined ? undefined : worked === 1;
  }
}

const clock = (time: string): number => {
  const [hours = "", minutes = ""] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
};

/** The hours of a local day: its own, or none, or those of the first period, or those of the week. */
function hoursOf({ definition, holidays }: CalendarFixture, day: Date) {
  const { daysOff, extraDays, worksThrough, periods, weekly } = definition;
  const date = day.toISOString().slice(0, "2026-01-01".length);
  for (const extra of extraDays ?? []) if (extra.date === date) return extra.hours;
  for (const off of daysOff ?? []) if (off.date === date) return [];
  if (holidays.some((one) => one.date === date) && !worksThrough?.includes(date)) return [];
  const weekday = String(day.getUTCDay() === 0 ? 7 : day.getUTCDay());
  for (const period of periods) {
    if (date >= period.from && date <= period.to) return period.weekly[weekday] ?? [];
  }
  return weekly[weekday] ?? [];
}
