import type {
  CalendarDefinition,
  DayHours,
  ExtraDay,
  NamedDay,
  PeriodDefinition,
} from "./calendar-definition.js";

/** Names and values, as `calendarFields` makes them. */
export type FieldValues = ReadonlyMap<string, string>;

/** The calendar that has these fields; the other way of `calendarFields`. */
export function calendarFromFields(fields: FieldValues): CalendarDefinition {
  const read = <T>(name: string): T | undefined => {
    const value = fields.get(name);
    return value === undefined ? undefined : (JSON.parse(value) as T);
  };
  const under = <T>(prefix: string): T[] =>
    [...fields.keys()]
      .filter((name) => name.startsWith(`${prefix}.`))
      .sort()
      .map((name) => read<T>(name)!);
  const timeZone = read<string>("timeZone");
  const weekly: Record<string, DayHours> = {};
  for (const day of ["1", "2", "3", "4", "5", "6", "7"]) {
    const hours = read<DayHours>(`weekly.${day}`);
    if (hours) weekly[day] = hours;
  }
  return {
    name: read<string>("name") ?? "",
    ...(timeZone !== undefined && { timeZone }),
    minutesPerWorkingDay: read<number>("minutesPerWorkingDay") ?? 0,
    weekly,
    periods: under<PeriodDefinition>("period"),
    daysOff: under<NamedDay>("dayOff"),
    extraDays: under<ExtraDay>("extraDay"),
    worksThrough: under<string>("worksThrough"),
  };
}
