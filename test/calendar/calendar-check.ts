import {
  addWorkingTime,
  type StandardTime,
  subtractWorkingTime,
  toWorkingCalendar,
  type WorkingCalendar,
  workingTimeBetween,
  workingTimeLeft,
} from "../../domain/index.js";
import { Dice } from "../walks/dice.js";
import { MinuteCounter } from "./minute-counter.js";
import { type CalendarFixture, firstDay, lastDay, randomCalendar } from "./random-calendar.js";

/** What is asked of a calendar: an instant, a length of time and another instant. */
export interface CalendarCase extends CalendarFixture {
  readonly at: number;
  readonly time: StandardTime;
  readonly other: number;
}

/** The arithmetic that is checked; a test puts a wrong one in its place. */
export interface Arithmetic {
  readonly add: typeof addWorkingTime;
  readonly subtract: typeof subtractWorkingTime;
  readonly between: typeof workingTimeBetween;
  readonly left: typeof workingTimeLeft;
}

export const arithmetic: Arithmetic = {
  add: addWorkingTime,
  subtract: subtractWorkingTime,
  between: workingTimeBetween,
  left: workingTimeLeft,
};

export interface CalendarCheckResult {
  readonly cases: number;
  /** The first few in full, as fixtures. */
  readonly faults: readonly { readonly fault: string; readonly fixture: CalendarCase }[];
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Making a calendar's minutes costs as much as many cases. */
const casesPerCalendar = 200;
/** Beyond the days that a random calendar names, where only its week counts. */
const margin = 400;

/** Checks `cases` random cases from `seed` on. */
export function checkCalendars(
  cases: number,
  seed: number,
  checked: Arithmetic = arithmetic,
): CalendarCheckResult {
  const faults: { fault: string; fixture: CalendarCase }[] = [];
  for (let done = 0; done < cases;) {
    const dice = new Dice(seed + done);
    const fixture = randomCalendar(dice);
    const world = worldOf(fixture);
    for (let more = casesPerCalendar; more > 0 && done < cases; more -= 1, done += 1) {
      const it: CalendarCase = { ...fixture, ...randomQuestion(dice) };
      const fault = faultOf(it, world, checked);
      if (fault !== null) faults.push({ fault, fixture: it });
    }
  }
  return { cases, faults };
}

/** What is wrong with the answers to one case; `null`: nothing. */
export const calendarFault = (it: CalendarCase, checked = arithmetic): string | null =>
  faultOf(it, worldOf(it), checked);

interface World {
  readonly calendar: WorkingCalendar;
  readonly counter: MinuteCounter;
  readonly from: number;
  readonly to: number;
}

function worldOf(fixture: CalendarFixture): World {
  const first = firstDay - margin;
  const days = lastDay - firstDay + 2 * margin;
  return {
    calendar: toWorkingCalendar(fixture.definition, fixture.holidays, fixture),
    counter: new MinuteCounter(fixture, first, days),
    from: first * DAY,
    to: (first + days) * DAY,
  };
}

function randomQuestion(dice: Dice): Pick<CalendarCase, "at" | "time" | "other"> {
  const instant = () => {
    const minute = dice.between(firstDay * 1440, lastDay * 1440);
    return minute * MINUTE + (dice.chance(0.5) ? 0 : dice.below(MINUTE));
  };
  const at = instant();
  const near = at + dice.between(-20_000, 20_000) * MINUTE;
  return { at, time: randomTime(dice), other: dice.chance(0.99) ? near : instant() };
}

function randomTime(dice: Dice): StandardTime {
  const half = dice.chance(0.2) ? 0.5 : 0;
  const unit = dice.weighted({ MINUTE: 4, HOUR: 3, WORKING_DAY: 4, CALENDAR_DAY: 1 });
  const most = { MINUTE: 900, HOUR: 60, WORKING_DAY: 25, CALENDAR_DAY: 40 }[unit];
  return { unit, value: dice.below(most) + half };
}

function faultOf(it: CalendarCase, world: World, checked: Arithmetic): string | null {
  const { calendar, counter } = world;
  const { at, time, other } = it;
  const perUnit = { MINUTE: 1, HOUR: 60, WORKING_DAY: calendar.minutesPerWorkingDay };
  const isClock = time.unit === "CALENDAR_DAY";
  const duration = time.value * (isClock ? 1440 : perUnit[time.unit as "HOUR"]) * MINUTE;
  const added = isClock ? at + duration : counter.add(at, duration);
  const subtracted = isClock ? at - duration : counter.subtract(at, duration);
  const [early, late] = at < other ? [at, other] : [other, at];
  const worked = counter.between(early, late);
  const sign = at <= other ? 1 : -1;
  return (
    differs("add", checked.add(calendar, at, time), added, world) ??
    differs("subtract", checked.subtract(calendar, at, time), subtracted, world) ??
    differs("between", checked.between(calendar, early, late), worked, world) ??
    differs("between backwards", checked.between(calendar, late, early), 0, world) ??
    differs("left", checked.left(calendar, at, other), sign * worked, world)
  );
}

/** The counter knows only its window: what lies beyond it must lie there for the arithmetic too. */
function differs(
  what: string,
  found: number | null,
  expected: number | null,
  { from, to }: World,
): string | null {
  const isSame =
    expected === null
      ? found === null || found < from || found > to
      : Object.is(found, expected + 0);
  if (isSame || (found === 0 && expected === 0)) return null;
  return `${what} gives ${String(found)}, counting minutes gives ${String(expected)}`;
}
