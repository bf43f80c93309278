import type { WeeklyHours, WorkingCalendar, WorkingSpan } from "../../domain/index.js";
import type { Reader, Row } from "../persistence/database.js";
import { localTimeOf } from "./local-time-of.js";

/** A calendar as it is stored: times of day as `HH:MM`. */
export interface CalendarDefinition {
  readonly name: string;
  readonly minutesPerWorkingDay: number;
  readonly weekly: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly periods: readonly {
    readonly from: string;
    readonly to: string;
    readonly weekly: CalendarDefinition["weekly"];
  }[];
}

/** How long a calendar that another server changed may still be used here. */
const FRESH_FOR = 60_000;

/** The newest working calendar of an office, or the one for all offices where it has none. */
export class WorkingCalendars {
  readonly #known = new Map<number, { readonly at: number; readonly calendar: WorkingCalendar }>();

  async of(reader: Reader, officeId: number): Promise<WorkingCalendar> {
    const known = this.#known.get(officeId);
    // The machine's own clock: how fresh a copy is has nothing to do with the time of the case.
    if (known && performance.now() - known.at < FRESH_FOR) return known.calendar;
    const calendar = await read(reader, officeId);
    this.#known.set(officeId, { at: performance.now(), calendar });
    return calendar;
  }
}

async function read(reader: Reader, officeId: number): Promise<WorkingCalendar> {
  const row = await reader.get<Row & { definition: string; timeZone: string }>(
    `SELECT c.definition, o.time_zone AS timeZone FROM working_calendar c JOIN office o ON o.id = ?
      WHERE c.office_id = o.id OR c.office_id IS NULL
      ORDER BY CASE WHEN c.office_id IS NULL THEN 1 ELSE 0 END, c.revision DESC LIMIT 1`,
    [officeId],
  );
  if (!row) throw new Error("There is no working calendar");
  const days = await reader.all<Row & { on_date: string }>("SELECT on_date FROM holiday", []);
  const definition = JSON.parse(row.definition) as CalendarDefinition;
  return {
    // An office in the east keeps the same hours by its own clocks.
    ...localTimeOf(row.timeZone),
    minutesPerWorkingDay: definition.minutesPerWorkingDay,
    weekly: toWeekly(definition.weekly),
    periods: definition.periods.map(({ from, to, weekly }) => ({
      from,
      to,
      weekly: toWeekly(weekly),
    })),
    daysOff: new Set(days.map((day) => day.on_date)),
  };
}

function toWeekly(weekly: CalendarDefinition["weekly"]): WeeklyHours {
  return Object.fromEntries(
    Object.entries(weekly).map(([day, spans]) => [
      day,
      spans.map(([from, to]): WorkingSpan => [minuteOf(from), minuteOf(to)]),
    ]),
  );
}

const minuteOf = (time: string): number => {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};
