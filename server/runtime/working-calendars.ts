import { type Holiday, toWorkingCalendar, type WorkingCalendar } from "../../domain/index.js";
import type { Row, SqlReader } from "../persistence/database.js";
import { findCalendarOf, findHolidays, findStamp } from "./calendar-store.js";
import { localTimeOf } from "./local-time-of.js";

/** A calendar, and the number of the last change that went into it (`calendar_change.seq`). */
export interface StampedCalendar extends WorkingCalendar {
  readonly stamp: number;
}

/** How long a calendar that another server changed may still be used here. */
const FRESH_FOR = 60_000;

/**
 * The newest working calendar of an office, or the one for all offices where it has none. What was
 * counted by one that was no longer the newest is found by its stamp and counted again
 * (`DeadlineMover`).
 */
export class WorkingCalendars {
  readonly #known = new Map<number, { readonly at: number; readonly calendar: StampedCalendar }>();

  async of(reader: SqlReader, officeId: number): Promise<StampedCalendar> {
    const known = this.#known.get(officeId);
    // The machine's own clock: how fresh a copy is has nothing to do with the time of the case.
    if (known && performance.now() - known.at < FRESH_FOR) return known.calendar;
    const calendar = await readWorkingCalendar(reader, officeId);
    this.#known.set(officeId, { at: performance.now(), calendar });
    return calendar;
  }

  /** Forgets what was known of an office, unless it is of this stamp or newer; of all: `null`. */
  forget(officeId: number | null, stamp: number = Number.POSITIVE_INFINITY): void {
    for (const [id, { calendar }] of this.#known) {
      if ((officeId === null || id === officeId) && calendar.stamp < stamp) this.#known.delete(id);
    }
  }
}

/**
 * What counts as working time in an office by what is stored now, or was at the moment `at`, in epoch
 * milliseconds.
 */
export async function readWorkingCalendar(
  reader: SqlReader,
  officeId: number,
  at: number | null = null,
): Promise<StampedCalendar> {
  // First, so that a change that comes while the rest is read leaves the older stamp.
  const stamp = await findStamp(reader, officeId);
  const office = await reader.get<Row & { timeZone: string }>(
    "SELECT time_zone AS timeZone FROM office WHERE id = ?",
    [officeId],
  );
  const { definition, officeId: owner } = await findCalendarOf(reader, officeId, at);
  const holidays: readonly Pick<Holiday, "date">[] = await findHolidays(reader, at);
  // An office in the east keeps the hours that are for all by its own clocks.
  const then = at === null || owner === null ? null : definition.timeZone;
  const clocks = localTimeOf(then ?? office?.timeZone ?? "");
  return { ...toWorkingCalendar(definition, holidays, clocks), stamp };
}
