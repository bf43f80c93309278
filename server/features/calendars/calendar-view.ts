import type { CalendarDefinition, DayHours, WeeklyDefinition } from "../../../domain/index.js";
import type { Reader, Row } from "../../persistence/database.js";
import { findRevision } from "../../runtime/calendar-store.js";
import { type WeekdayHours, WorkingCalendar, type WorkingSpan } from "./calendar-types.js";
import { Refusal } from "../../kernel/refusal.js";

export const spansOf = (hours: DayHours): WorkingSpan[] =>
  hours.map(([from, to]) => ({ from, to }));

const weeklyView = (weekly: WeeklyDefinition): WeekdayHours[] =>
  Object.entries(weekly)
    .filter(([, hours]) => hours.length > 0)
    .map(([weekday, hours]) => ({ weekday: Number(weekday), spans: spansOf(hours) }))
    .sort((a, b) => a.weekday - b.weekday);

/** The calendar that an office goes by, or with `null` the one of all that have none. */
export async function viewCalendar(
  reader: Reader,
  officeId: number | null,
): Promise<WorkingCalendar> {
  const common = await findRevision(reader, null);
  if (officeId === null) {
    return view(null, common?.definition ?? null, common?.revision ?? 0, false, null);
  }
  const office = await reader.get<Row & { timeZone: string }>(
    "SELECT time_zone AS timeZone FROM office WHERE id = ?",
    [officeId],
  );
  if (!office) throw new Refusal("NOT_FOUND", "officeId");
  const own = await findRevision(reader, officeId);
  const isOwn = own?.definition != null;
  const definition = own?.definition ?? common?.definition ?? null;
  return view(officeId, definition, own?.revision ?? 0, isOwn, office.timeZone);
}

function view(
  officeRowId: number | null,
  definition: CalendarDefinition | null,
  revision: number,
  isOwn: boolean,
  timeZone: string | null,
): WorkingCalendar {
  if (!definition) throw new Error("There is no working calendar");
  const { daysOff = [], extraDays = [], worksThrough = [] } = definition;
  return Object.assign(new WorkingCalendar(), {
    officeRowId,
    definition,
    isOwn,
    revision,
    timeZone,
    minutesPerWorkingDay: definition.minutesPerWorkingDay,
    weekly: weeklyView(definition.weekly),
    periods: definition.periods.map(({ from, to, name = "", weekly }) => ({
      from,
      to,
      name,
      weekly: weeklyView(weekly),
    })),
    daysOff: [...daysOff],
    extraDays: extraDays.map(({ date, name, hours }) => ({ date, name, spans: spansOf(hours) })),
    worksThrough: [...worksThrough],
  });
}
