import type { CalendarDefinition, Holiday } from "../../domain/index.js";
import type { Row, SqlReader } from "../persistence/database.js";

/** A revision of a working calendar as it is stored. */
export interface CalendarRevision {
  /** Whose it is; `null`: of every office without its own. */
  readonly officeId: number | null;
  /** 1, 2, 3 … of its own. */
  readonly revision: number;
  readonly definition: CalendarDefinition;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

interface RevisionRow extends Row {
  readonly officeId: number | null;
  readonly revision: number;
  readonly definition: string;
  readonly createdAt: number;
}

/**
 * The newest revision of an office's own calendar, or of the one for all (`null`), as of the moment
 * `at` where one is given. Where an office follows the calendar for all again, the definition is null.
 */
export async function findRevision(
  reader: SqlReader,
  officeId: number | null,
  at: number | null = null,
): Promise<
  (Omit<CalendarRevision, "definition"> & { definition: CalendarDefinition | null }) | null
> {
  const whose = officeId === null ? "office_id IS NULL" : "office_id = ?";
  const row = await reader.get<RevisionRow>(
    `SELECT office_id AS officeId, revision, definition, created_at AS createdAt
      FROM working_calendar WHERE ${whose} ${at === null ? "" : "AND created_at <= ?"}
      ORDER BY revision DESC LIMIT 1`,
    [...(officeId === null ? [] : [officeId]), ...(at === null ? [] : [at])],
  );
  if (!row) return null;
  return { ...row, definition: JSON.parse(row.definition) as CalendarDefinition | null };
}

/** The calendar that an office works by: its own, or the one for all. */
export async function findCalendarOf(
  reader: SqlReader,
  officeId: number,
  at: number | null = null,
): Promise<CalendarRevision> {
  const own = await findRevision(reader, officeId, at);
  if (own?.definition) return { ...own, definition: own.definition };
  // Before the first there was none; what was counted then was counted by the first.
  const common = (await findRevision(reader, null, at)) ?? (await firstCommon(reader));
  if (!common?.definition) throw new Error("There is no working calendar");
  return { ...common, definition: common.definition };
}

async function firstCommon(reader: SqlReader) {
  const row = await reader.get<RevisionRow>(
    `SELECT office_id AS officeId, revision, definition, created_at AS createdAt
      FROM working_calendar WHERE office_id IS NULL ORDER BY revision LIMIT 1`,
    [],
  );
  return row && { ...row, definition: JSON.parse(row.definition) as CalendarDefinition };
}

/** The national table, by date; as of the moment `at` where one is given. */
export async function findHolidays(
  reader: SqlReader,
  at: number | null = null,
): Promise<readonly Holiday[]> {
  if (at !== null) {
    // Each change keeps the table that it found.
    const next = await reader.get<Row & { tableBefore: string }>(
      `SELECT holidays_before AS tableBefore FROM calendar_change
        WHERE kind = 'HOLIDAYS' AND at > ? ORDER BY seq LIMIT 1`,
      [at],
    );
    if (next) return JSON.parse(next.tableBefore) as Holiday[];
  }
  return reader.all<Holiday & Row>(
    "SELECT on_date AS date, kind, name, basis FROM holiday ORDER BY on_date, kind, name",
    [],
  );
}

/** The number of the last change that an office's working time rests on; 0: of none yet. */
export async function findStamp(reader: SqlReader, officeId: number): Promise<number> {
  const row = await reader.get<Row & { stamp: number | null }>(
    "SELECT MAX(seq) AS stamp FROM calendar_change WHERE office_id = ? OR office_id IS NULL",
    [officeId],
  );
  return row?.stamp ?? 0;
}
