import {
  type CalendarDefinition,
  type CalendarFault,
  calendarFaults,
  type DayHours,
  type Holiday,
  holidayFaults,
  type WeeklyDefinition,
} from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";
import { officeTimeZones } from "../../runtime/local-time-of.js";
import type {
  SaveHolidaysInput,
  SaveWorkingCalendarInput,
  WeekdayHoursInput,
  WorkingSpanInput,
} from "./calendar-inputs.js";

const hoursOf = (spans: readonly WorkingSpanInput[]): DayHours =>
  spans.map(({ from, to }) => [from, to]);

/** Days without hours are free, and are left out. */
function weeklyOf(days: readonly WeekdayHoursInput[], field: string): WeeklyDefinition {
  const weekly: Record<string, DayHours> = {};
  for (const [index, { weekday, spans }] of days.entries()) {
    const name = String(weekday);
    if (weekday < 1 || weekday > 7) {
      throw new Refusal("OUT_OF_RANGE", `${field}.${index}.weekday`, { min: 1, max: 7 });
    }
    if (Object.hasOwn(weekly, name)) {
      throw new Refusal("DUPLICATE_DAY", `${field}.${index}.weekday`);
    }
    if (spans.length > 0) weekly[name] = hoursOf(spans);
  }
  return weekly;
}

/** The calendar that an input describes; refused where it makes no sense, naming the field. */
export function readCalendarInput(
  input: SaveWorkingCalendarInput,
  name: string,
): CalendarDefinition {
  const { timeZone } = input;
  if (timeZone != null && (!officeTimeZones.includes(timeZone) || input.officeId == null)) {
    throw new Refusal("INVALID", "input.timeZone");
  }
  const definition: CalendarDefinition = {
    name,
    ...(timeZone != null && { timeZone }),
    minutesPerWorkingDay: input.minutesPerWorkingDay,
    weekly: weeklyOf(input.weekly, "input.weekly"),
    periods: input.periods.map((period, index) => ({
      from: period.from,
      to: period.to,
      name: period.name.trim(),
      weekly: weeklyOf(period.weekly, `input.periods.${index}.weekly`),
    })),
    daysOff: input.daysOff.map((day) => ({ date: day.date, name: day.name.trim() })),
    extraDays: input.extraDays.map((day) => ({
      date: day.date,
      name: day.name.trim(),
      hours: hoursOf(day.spans),
    })),
    worksThrough: input.worksThrough,
  };
  refuseFault(calendarFaults(definition)[0]);
  return inOrder(definition);
}

export function readHolidayInput({ year, days }: SaveHolidaysInput): readonly Holiday[] {
  const holidays = days.map(({ date, name, kind, basis }): Holiday => ({
    date,
    name: name.trim(),
    kind,
    basis: basis?.trim() ?? "",
  }));
  refuseFault(holidayFaults(holidays, year)[0]);
  return holidays;
}

function refuseFault(fault: CalendarFault | undefined): void {
  if (fault) throw new Refusal(fault.code, `input.${fault.path}`, fault.params ?? {});
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : 1;

/** As it is kept: by date, so that what was only moved about is no change. */
const inOrder = (definition: CalendarDefinition): CalendarDefinition => ({
  ...definition,
  periods: [...definition.periods].sort((a, b) => (a.from < b.from ? -1 : 1)),
  daysOff: [...(definition.daysOff ?? [])].sort(byDate),
  extraDays: [...(definition.extraDays ?? [])].sort(byDate),
  worksThrough: [...(definition.worksThrough ?? [])].sort(),
});
