import type {
  CalendarDefinition,
  DayHours,
  ExtraDay,
  Holiday,
  PeriodDefinition,
  WeeklyDefinition,
} from "./calendar-definition.js";
import type { FieldValues } from "./calendar-from-fields.js";
import { type FieldWords, fieldWords } from "./field-words.js";

/** One thing that is another one now, in the values of `calendarFields`. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** "07:30–12:00, 13:00–16:00". */
export const hoursText = (hours: DayHours): string =>
  hours.map(([from, to]) => `${from}–${to}`).join(", ");

/** Only the days that are worked, so that two ways to write the same week are the same. */
const tidyWeekly = (weekly: WeeklyDefinition): WeeklyDefinition =>
  Object.fromEntries(
    weekdays.flatMap((day) => {
      const hours = weekly[day] ?? [];
      return hours.length > 0 ? [[day, hours]] : [];
    }),
  );

/**
 * A calendar as a list of things that change by themselves, each a name and its value as JSON:
 * `weekly.1`, `period.2027-02-08`, `dayOff.2026-12-24`. Two calendars differ in their fields, and
 * what two people changed is put together field by field.
 */
export function calendarFields(definition: CalendarDefinition): FieldValues {
  const fields = new Map<string, string>();
  const set = (name: string, value: unknown) => fields.set(name, JSON.stringify(value));
  set("name", definition.name);
  if (definition.timeZone !== undefined) set("timeZone", definition.timeZone);
  set("minutesPerWorkingDay", definition.minutesPerWorkingDay);
  for (const [day, hours] of Object.entries(tidyWeekly(definition.weekly))) {
    set(`weekly.${day}`, hours);
  }
  for (const period of definition.periods) {
    const { from, to, name = "", weekly } = period;
    set(`period.${from}`, { from, to, name, weekly: tidyWeekly(weekly) });
  }
  for (const { date, name } of definition.daysOff ?? []) set(`dayOff.${date}`, { date, name });
  for (const { date, name, hours } of definition.extraDays ?? []) {
    set(`extraDay.${date}`, { date, name, hours });
  }
  for (const date of definition.worksThrough ?? []) set(`worksThrough.${date}`, date);
  return fields;
}

/** The same of a year's national table: `holiday.2026-12-24.Cuti Bersama`. */
export function holidayFields(holidays: readonly Holiday[]): FieldValues {
  return new Map(
    holidays.map(({ date, name, kind, basis }) => [
      `holiday.${date}.${name}`,
      JSON.stringify({ date, name, kind, basis }),
    ]),
  );
}

export const holidaysFromFields = (fields: FieldValues): readonly Holiday[] =>
  [...fields.values()]
    .map((value) => JSON.parse(value) as Holiday)
    .sort((a, b) => (`${a.date} ${a.name}` < `${b.date} ${b.name}` ? -1 : 1));

/** What differs, by the name of the field. */
export function fieldChanges(before: FieldValues, after: FieldValues): readonly FieldChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((field) => {
    const [was, is] = [before.get(field) ?? null, after.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

export interface MergedFields {
  /** What both wanted, mine where they clash. */
  readonly fields: FieldValues;
  /** The fields that both changed, each to something else. */
  readonly clashes: readonly string[];
}

/** Puts what I changed onto what somebody else made of the same beginning. */
export function mergeFields(
  base: FieldValues,
  mine: FieldValues,
  theirs: FieldValues,
): MergedFields {
  const fields = new Map(theirs);
  const clashes: string[] = [];
  for (const { field, after } of fieldChanges(base, mine)) {
    const theirsIs = theirs.get(field) ?? null;
    if (theirsIs !== (base.get(field) ?? null) && theirsIs !== after) clashes.push(field);
    if (after === null) fields.delete(field);
    else fields.set(field, after);
  }
  return { fields, clashes };
}

/** A field's value as people read it: hours, names, and the dates of a period. */
export function fieldText(value: string | null, words: FieldWords = fieldWords.id): string | null {
  if (value === null) return null;
  const read = JSON.parse(value) as unknown;
  if (Array.isArray(read)) return hoursText(read as DayHours);
  if (typeof read !== "object" || read === null) return String(read);
  const { from, to, name, kind, basis, hours, weekly } = read as Partial<FieldObject>;
  const parts = [
    from && `${from} – ${to}`,
    name,
    kind && words.kinds[kind],
    basis,
    hours && hoursText(hours),
    weekly && weeklyText(weekly, words),
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join(" · ");
}

/** Whether a holiday's text, in whichever language, says that it is joint leave. */
export const saysJointLeave = (text: string): boolean => {
  const kinds = Object.values(fieldWords).map((words) => words.kinds);
  // The name comes first, and may be called what it likes.
  const [kind = ""] = text
    .split(" · ")
    .slice(1)
    .filter((part) => kinds.some((one) => Object.values(one).includes(part)));
  return kinds.some((one) => one.JOINT_LEAVE === kind);
};

/** What the values that are objects hold, each some of it. */
type FieldObject = PeriodDefinition & ExtraDay & Holiday;

const weeklyText = (weekly: WeeklyDefinition, words: FieldWords): string =>
  weekdays
    .flatMap((day, index) =>
      weekly[day] ? [`${words.weekdays[index] ?? day} ${hoursText(weekly[day])}`] : [],
    )
    .join("; ");
