import {
  type CalendarDefinition,
  type DayHours,
  type Holiday,
  minutesOf,
} from "./calendar-definition.js";
import { dateOfDay, dayOfDate, weekdayOf } from "./working-calendar.js";

/** Why a day is worked, or not. */
export type DayReason =
  /** Worked, as the week has it. */
  | "WORKING_DAY"
  /** Worked, by the hours of a period. */
  | "PERIOD"
  /** Worked, by hours of its own. */
  | "EXTRA_DAY"
  /** A holiday or joint leave that this office works through. */
  | "WORKED_THROUGH"
  | "WEEKLY_REST"
  | "HOLIDAY"
  | "JOINT_LEAVE"
  /** Off in this office alone. */
  | "OFFICE_DAY_OFF";

export interface CalendarDay {
  readonly date: string;
  readonly reason: DayReason;
  /** What the reason is called: holidays, the period, the office's own words. */
  readonly names: readonly string[];
  readonly hours: DayHours;
  /** Working minutes; 0: it is not worked. */
  readonly minutes: number;
}

/** Each day of a year, with whether it is worked and why. */
export function daysOfYear(
  definition: CalendarDefinition,
  holidays: readonly Holiday[],
  year: number,
): readonly CalendarDay[] {
  const byDate = new Map<string, Holiday[]>();
  for (const holiday of holidays) {
    const list = byDate.get(holiday.date);
    if (list) list.push(holiday);
    else byDate.set(holiday.date, [holiday]);
  }
  const first = dayOfDate(`${String(year).padStart(4, "0")}-01-01`) ?? 0;
  const days: CalendarDay[] = [];
  for (let day = first; dateOfDay(day).startsWith(String(year).padStart(4, "0")); day += 1) {
    days.push(describeDay(definition, byDate.get(dateOfDay(day)) ?? [], day));
  }
  return days;
}

function describeDay(
  definition: CalendarDefinition,
  holidays: readonly Holiday[],
  day: number,
): CalendarDay {
  const date = dateOfDay(day);
  const namesOfDay = holidays.map(({ name }) => name);
  const make = (reason: DayReason, names: readonly string[], hours: DayHours): CalendarDay => ({
    date,
    reason,
    names,
    hours,
    minutes: minutesOf(hours),
  });
  const extra = definition.extraDays?.find((one) => one.date === date);
  if (extra) return make("EXTRA_DAY", [extra.name, ...namesOfDay], extra.hours);
  const off = definition.daysOff?.find((one) => one.date === date);
  if (off) return make("OFFICE_DAY_OFF", [off.name, ...namesOfDay], []);
  const isWorkedThrough = definition.worksThrough?.includes(date) === true;
  if (holidays.length > 0 && !isWorkedThrough) {
    const isHoliday = holidays.some(({ kind }) => kind === "HOLIDAY");
    return make(isHoliday ? "HOLIDAY" : "JOINT_LEAVE", namesOfDay, []);
  }
  const period = definition.periods.find(({ from, to }) => from <= date && date <= to);
  const hours = (period?.weekly ?? definition.weekly)[String(weekdayOf(day))] ?? [];
  if (hours.length === 0) return make("WEEKLY_REST", namesOfDay, []);
  if (holidays.length > 0) return make("WORKED_THROUGH", namesOfDay, hours);
  return period
    ? make("PERIOD", period.name ? [period.name] : [], hours)
    : make("WORKING_DAY", [], hours);
}
