import {
  type LocalTime,
  type WeeklyHours,
  type WorkingCalendar,
  type WorkingSpan,
} from "./working-calendar.js";

/** From and to as wall-clock `HH:MM`; `24:00` is the end of the day. */
export type DayHours = readonly (readonly [from: string, to: string])[];

/** Hours by day of the week, "1" (Monday) to "7" (Sunday); a day that is absent is free. */
export type WeeklyDefinition = Readonly<Record<string, DayHours>>;

export interface PeriodDefinition {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** What it is, as "Ramadan 1448 H"; missing in calendars older than names. */
  readonly name?: string;
  readonly weekly: WeeklyDefinition;
}

export interface NamedDay {
  readonly date: string;
  readonly name: string;
}

export interface ExtraDay extends NamedDay {
  readonly hours: DayHours;
}

/** A calendar as an office writes it down and the database keeps it; plain JSON. */
export interface CalendarDefinition {
  readonly name: string;
  /** IANA name; missing where each office keeps these hours by its own clocks. */
  readonly timeZone?: string;
  readonly minutesPerWorkingDay: number;
  readonly weekly: WeeklyDefinition;
  readonly periods: readonly PeriodDefinition[];
  /** Days on which this office alone does not work. */
  readonly daysOff?: readonly NamedDay[];
  /** Days with hours of their own, whatever else they are. */
  readonly extraDays?: readonly ExtraDay[];
  /** Holidays and joint leave on which this office works as on any other day. */
  readonly worksThrough?: readonly string[];
}

export type HolidayKind = "HOLIDAY" | "JOINT_LEAVE";

/** A day of the national table. */
export interface Holiday extends NamedDay {
  readonly kind: HolidayKind;
  /** The decree that it rests on. */
  readonly basis: string;
}

/** Minutes after midnight of `HH:MM`; `null` where a clock has no such time. */
export function minuteOfDay(time: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return hours * 60 + minutes;
}

const toSpans = (hours: DayHours): readonly WorkingSpan[] =>
  hours.map(([from, to]) => [minuteOfDay(from) ?? 0, minuteOfDay(to) ?? 0]);

const toWeekly = (weekly: WeeklyDefinition): WeeklyHours =>
  Object.fromEntries(Object.entries(weekly).map(([day, hours]) => [day, toSpans(hours)]));

/** What counts as working time by a definition, the national table and the office's clocks. */
export function toWorkingCalendar(
  definition: CalendarDefinition,
  holidays: readonly Pick<Holiday, "date">[],
  { utcOffset }: LocalTime,
): WorkingCalendar {
  const worked = new Set(definition.worksThrough);
  return {
    utcOffset,
    minutesPerWorkingDay: definition.minutesPerWorkingDay,
    weekly: toWeekly(definition.weekly),
    periods: definition.periods.map(({ from, to, weekly }) => ({
      from,
      to,
      weekly: toWeekly(weekly),
    })),
    daysOff: new Set([
      ...holidays.map(({ date }) => date).filter((date) => !worked.has(date)),
      ...(definition.daysOff ?? []).map(({ date }) => date),
    ]),
    // Of two for the same day the first counts, as in the year view.
    extraDays: new Map(
      [...(definition.extraDays ?? [])].reverse().map(({ date, hours }) => [date, toSpans(hours)]),
    ),
  };
}

/** Working minutes of a day's hours. */
export const minutesOf = (hours: DayHours): number =>
  hours.reduce((sum, [from, to]) => sum + ((minuteOfDay(to) ?? 0) - (minuteOfDay(from) ?? 0)), 0);
