import type { CalendarDefinition, DayHours, WeeklyDefinition } from "../../domain/index.js";
import type { CalendarPartsFragment, SaveWorkingCalendarInput } from "../generated/graphql.js";

type Weekly = CalendarPartsFragment["weekly"];
type Spans = Weekly[number]["spans"];

const hoursOf = (spans: Spans): DayHours => spans.map(({ from, to }) => [from, to]);
const weeklyOf = (weekly: Weekly): WeeklyDefinition =>
  Object.fromEntries(weekly.map(({ weekday, spans }) => [String(weekday), hoursOf(spans)]));

/** The calendar as it is edited, and put together with what others did to it. */
export const draftOf = (calendar: CalendarPartsFragment): CalendarDefinition => ({
  name: "",
  ...(calendar.timeZone !== null && { timeZone: calendar.timeZone }),
  minutesPerWorkingDay: calendar.minutesPerWorkingDay,
  weekly: weeklyOf(calendar.weekly),
  periods: calendar.periods.map(({ from, to, name, weekly }) => ({
    from,
    to,
    name,
    weekly: weeklyOf(weekly),
  })),
  daysOff: calendar.daysOff.map(({ date, name }) => ({ date, name })),
  extraDays: calendar.extraDays.map(({ date, name, spans }) => ({
    date,
    name,
    hours: hoursOf(spans),
  })),
  worksThrough: calendar.worksThrough,
});

const spansInput = (hours: DayHours) => hours.map(([from, to]) => ({ from, to }));
const weeklyInput = (weekly: WeeklyDefinition) =>
  Object.entries(weekly)
    .filter(([, hours]) => hours.length > 0)
    .map(([weekday, hours]) => ({ weekday: Number(weekday), spans: spansInput(hours) }));

/** What is sent to save a draft that was made from `expectedRevision`; `null`: the one for all. */
export const inputOf = (
  draft: CalendarDefinition,
  officeId: string | null,
  expectedRevision: number,
): SaveWorkingCalendarInput => ({
  officeId,
  expectedRevision,
  timeZone: officeId === null ? null : (draft.timeZone ?? null),
  minutesPerWorkingDay: draft.minutesPerWorkingDay,
  weekly: weeklyInput(draft.weekly),
  periods: draft.periods.map(({ from, to, name = "", weekly }) => ({
    from,
    to,
    name,
    weekly: weeklyInput(weekly),
  })),
  daysOff: (draft.daysOff ?? []).map(({ date, name }) => ({ date, name })),
  extraDays: (draft.extraDays ?? []).map(({ date, name, hours }) => ({
    date,
    name,
    spans: spansInput(hours),
  })),
  worksThrough: [...(draft.worksThrough ?? [])],
});
