import { type CalendarDefinition, type DayHours, minuteOfDay } from "./calendar-definition.js";
import type { WeeklyDefinition, Holiday } from "./calendar-definition.js";
import { dayOfDate } from "./working-calendar.js";

export const calendarLimits = {
  /** A day has no more minutes. */
  minutesPerWorkingDay: 1440,
  spansPerDay: 12,
  periods: 100,
  /** Two years; whatever lasts longer is how the office works, not an exception. */
  daysPerPeriod: 731,
  /** Of each kind: own days off, extra days, days worked through. */
  singleDays: 1000,
  holidaysPerYear: 100,
  nameLength: 200,
  basisLength: 500,
  firstYear: 2000,
  lastYear: 2199,
} as const;

export type CalendarFaultCode =
  | "NO_WORKING_HOURS"
  | "NO_SUCH_TIME"
  | "HOURS_REVERSED"
  | "HOURS_OVERLAP"
  | "NO_SUCH_DATE"
  | "DATES_REVERSED"
  | "PERIOD_TOO_LONG"
  | "PERIODS_OVERLAP"
  | "DUPLICATE_DAY"
  | "NAME_MISSING"
  | "OUT_OF_RANGE"
  | "TOO_LARGE";

export interface CalendarFault {
  /** Where it is, as `periods.0.weekly.5`, `daysOff.3.date`. */
  readonly path: string;
  readonly code: CalendarFaultCode;
  readonly params?: Readonly<Record<string, number>>;
}

/** What makes no sense in a calendar, from the top down. */
export function calendarFaults(definition: CalendarDefinition): readonly CalendarFault[] {
  const { minutesPerWorkingDay: minutes, weekly, periods } = definition;
  const { daysOff = [], extraDays = [], worksThrough = [] } = definition;
  const faults: CalendarFault[] = [];
  const most = calendarLimits.minutesPerWorkingDay;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > most) {
    const params = { min: 1, max: most };
    faults.push({ path: "minutesPerWorkingDay", code: "OUT_OF_RANGE", params });
  }
  faults.push(...weeklyFaults("weekly", weekly));
  if (!Object.values(weekly).some((hours) => hours.length > 0)) {
    faults.push({ path: "weekly", code: "NO_WORKING_HOURS" });
  }
  faults.push(...tooMany("periods", periods.length, calendarLimits.periods));
  for (const [index, period] of periods.entries()) {
    const path = `periods.${index}`;
    const { from, to } = period;
    const [first, last] = [dayInReach(from), dayInReach(to)];
    faults.push(...nameFaults(`${path}.name`, period.name ?? ""));
    if (first === null) faults.push({ path: `${path}.from`, code: "NO_SUCH_DATE" });
    if (last === null) faults.push({ path: `${path}.to`, code: "NO_SUCH_DATE" });
    if (first !== null && last !== null) {
      if (last < first) faults.push({ path: `${path}.to`, code: "DATES_REVERSED" });
      const days = calendarLimits.daysPerPeriod;
      if (last - first >= days) {
        faults.push({ path: `${path}.to`, code: "PERIOD_TOO_LONG", params: { days } });
      }
      const meets = periods.slice(0, index).some((other) => from <= other.to && other.from <= to);
      if (meets) faults.push({ path: `${path}.from`, code: "PERIODS_OVERLAP" });
    }
    faults.push(...weeklyFaults(`${path}.weekly`, period.weekly));
  }
  faults.push(...dayFaults("daysOff", [...daysOff]));
  faults.push(...dayFaults("extraDays", [...extraDays]));
  for (const [index, { date, hours }] of extraDays.entries()) {
    faults.push(...hoursFaults(`extraDays.${index}.hours`, hours));
    if (hours.length === 0) {
      faults.push({ path: `extraDays.${index}.hours`, code: "NO_WORKING_HOURS" });
    }
    if (daysOff.some((off) => off.date === date)) {
      faults.push({ path: `extraDays.${index}.date`, code: "DUPLICATE_DAY" });
    }
  }
  faults.push(...dateFaults("worksThrough", worksThrough, (index) => `worksThrough.${index}`));
  return faults;
}

/** The same of the national table of one year. */
export function holidayFaults(
  holidays: readonly Holiday[],
  year: number,
): readonly CalendarFault[] {
  const { basisLength, firstYear, lastYear, holidaysPerYear } = calendarLimits;
  const faults: CalendarFault[] = [...tooMany("days", holidays.length, holidaysPerYear)];
  if (year < firstYear || year > lastYear) {
    faults.push({ path: "year", code: "OUT_OF_RANGE", params: { min: firstYear, max: lastYear } });
  }
  const seen = new Set<string>();
  for (const [index, { date, name, basis, kind }] of holidays.entries()) {
    const path = `days.${index}`;
    if (dayInReach(date) === null || Number(date.slice(0, 4)) !== year) {
      faults.push({ path: `${path}.date`, code: "NO_SUCH_DATE" });
    }
    faults.push(...nameFaults(`${path}.name`, name));
    if (basis.length > basisLength) {
      faults.push({ path: `${path}.basis`, code: "TOO_LARGE", params: { limit: basisLength } });
    }
    const key = JSON.stringify([date, kind, name]);
    if (seen.has(key)) faults.push({ path: `${path}.date`, code: "DUPLICATE_DAY" });
    seen.add(key);
  }
  return faults;
}

/** A date that exists and is not lost in another millennium. */
function dayInReach(date: string): number | null {
  const { firstYear, lastYear } = calendarLimits;
  const year = Number(date.slice(0, 4));
  return year >= firstYear && year <= lastYear ? dayOfDate(date) : null;
}

const tooMany = (path: string, count: number, limit: number): CalendarFault[] =>
  count > limit ? [{ path, code: "TOO_LARGE", params: { limit } }] : [];

function nameFaults(path: string, name: string): CalendarFault[] {
  if (name.trim() === "") return [{ path, code: "NAME_MISSING" }];
  return tooMany(path, name.length, calendarLimits.nameLength);
}

function dayFaults(path: string, days: readonly { date: string; name: string }[]): CalendarFault[] {
  const dates = days.map(({ date }) => date);
  return [
    ...dateFaults(path, dates, (index) => `${path}.${index}.date`),
    ...days.flatMap(({ name }, index) => nameFaults(`${path}.${index}.name`, name)),
  ];
}

function dateFaults(
  path: string,
  dates: readonly string[],
  pathOf: (index: number) => string,
): CalendarFault[] {
  const seen = new Set<string>();
  const faults = tooMany(path, dates.length, calendarLimits.singleDays);
  for (const [index, date] of dates.entries()) {
    if (dayInReach(date) === null) faults.push({ path: pathOf(index), code: "NO_SUCH_DATE" });
    if (seen.has(date)) faults.push({ path: pathOf(index), code: "DUPLICATE_DAY" });
    seen.add(date);
  }
  return faults;
}

const weeklyFaults = (path: string, weekly: WeeklyDefinition): CalendarFault[] =>
  Object.entries(weekly).flatMap(([day, hours]) =>
    /^[1-7]$/.test(day)
      ? hoursFaults(`${path}.${day}`, hours)
      : [{ path: `${path}.${day}`, code: "NO_SUCH_DATE" as const }],
  );

function hoursFaults(path: string, hours: DayHours): CalendarFault[] {
  const faults = tooMany(path, hours.length, calendarLimits.spansPerDay);
  let end = 0;
  for (const [fromText, toText] of hours) {
    const [from, to] = [minuteOfDay(fromText), minuteOfDay(toText)];
    if (from === null || to === null) return [...faults, { path, code: "NO_SUCH_TIME" }];
    if (to <= from) return [...faults, { path, code: "HOURS_REVERSED" }];
    // Spans stand in order, so that whoever reads them reads a day.
    if (from < end) return [...faults, { path, code: "HOURS_OVERLAP" }];
    end = to;
  }
  return faults;
}
