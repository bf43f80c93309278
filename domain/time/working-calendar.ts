/** A stretch of a day in minutes after local midnight, `[from, to)`. */
export type WorkingSpan = readonly [from: number, to: number];

/** Working spans by day of the week, 1 (Monday) to 7 (Sunday); a day that is absent is free. */
export type WeeklyHours = Readonly<
  Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly WorkingSpan[]>>
>;

/** Other hours for a while, as in Ramadan. Dates are local, `YYYY-MM-DD`, both included. */
export interface HoursPeriod {
  readonly from: string;
  readonly to: string;
  readonly weekly: WeeklyHours;
}

export interface LocalTime {
  /** Minutes ahead of UTC: WIB 420, WITA 480, WIT 540. Indonesia has no summer time. */
  readonly utcOffset: number;
}

export interface WorkingCalendar extends LocalTime {
  /** How many working minutes "1 hari" is. */
  readonly minutesPerWorkingDay: number;
  readonly weekly: WeeklyHours;
  /** Where two meet, the first counts. */
  readonly periods: readonly HoursPeriod[];
  /** Local dates, `YYYY-MM-DD`, on which nobody works: holidays, joint leave and the office's own. */
  readonly daysOff: ReadonlySet<string>;
  /** Hours of single local dates; they count whatever else is said of the day. */
  readonly extraDays?: ReadonlyMap<string, readonly WorkingSpan[]>;
}

export const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The local calendar day that an instant falls on, as days since 1970-01-01. */
export const localDay = ({ utcOffset }: LocalTime, instant: number): number =>
  Math.floor((instant + utcOffset * MINUTE) / DAY);

/** The instant at which a local day begins. */
export const startOfDay = ({ utcOffset }: LocalTime, day: number): number =>
  day * DAY - utcOffset * MINUTE;

/** `YYYY-MM-DD` of a day since 1970-01-01. */
export const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day of a `YYYY-MM-DD`, since 1970-01-01; `null` where the calendar has no such day. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = Date.parse(date) / DAY;
  return Number.isInteger(day) && dateOfDay(day) === date ? day : null;
}

/** 1 (Monday) to 7 (Sunday) of a day since 1970-01-01, which was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** What was found of a calendar's days; deadlines and reports ask for the same days over and over. */
const known = new WeakMap<WorkingCalendar, Map<number, readonly WorkingSpan[]>>();

/** The working spans of one local day, in order. A calendar must not change once it was asked. */
export function spansOfDay(calendar: WorkingCalendar, day: number): readonly WorkingSpan[] {
  let days = known.get(calendar);
  if (!days) known.set(calendar, (days = new Map()));
  let spans = days.get(day);
  if (!spans) days.set(day, (spans = findSpans(calendar, day)));
  return spans;
}

function findSpans(calendar: WorkingCalendar, day: number): readonly WorkingSpan[] {
  const date = dateOfDay(day);
  const extra = calendar.extraDays?.get(date);
  if (extra) return extra;
  if (calendar.daysOff.has(date)) return [];
  const period = calendar.periods.find(({ from, to }) => from <= date && date <= to);
  return (period?.weekly ?? calendar.weekly)[weekdayOf(day) as 1] ?? [];
}
