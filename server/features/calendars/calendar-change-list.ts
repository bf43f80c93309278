import type { FieldChange } from "../../../domain/index.js";
import type { Reader, Row } from "../../persistence/database.js";
import { keysetPage } from "../../persistence/keyset-page.js";
import type { Connection, PageArgs } from "../../runtime/graphql/connection.js";
import { CalendarChange, type CalendarChangeKind } from "./calendar-types.js";

interface ChangeRow extends Row {
  readonly seq: number;
  readonly at: number;
  readonly actor_name: string;
  readonly kind: CalendarChangeKind;
  readonly office_id: number | null;
  readonly changes: string;
  readonly moved_cases: number;
  readonly moved_tasks: number;
  readonly settled_at: number | null;
}

const columns = `c.seq, c.at, c.actor_name, c.kind, c.office_id, c.changes, c.moved_cases,
  c.moved_tasks, c.settled_at`;

/** The changes that an office's working time rests on, newest first; one statement. */
export async function listCalendarChanges(
  reader: Reader,
  officeId: number | null,
  request: PageArgs,
): Promise<Connection<CalendarChange>> {
  const page = keysetPage(request, [{ sql: "c.seq", key: "seq", descending: true }]);
  const select = `SELECT ${columns} FROM calendar_change c WHERE`;
  const query = page.query([
    { sql: `${select} c.office_id IS NULL`, params: [] },
    ...(officeId === null ? [] : [{ sql: `${select} c.office_id = ?`, params: [officeId] }]),
  ]);
  const rows = await reader.all<ChangeRow>(query.sql, query.params);
  return { ...page.build(rows, from), totalCount: null };
}

const from = (row: ChangeRow): CalendarChange =>
  Object.assign(new CalendarChange(), {
    fieldChanges: JSON.parse(row.changes) as FieldChange[],
    seq: row.seq,
    at: row.at,
    actorName: row.actor_name,
    kind: row.kind,
    isForAll: row.office_id === null,
    movedTasks: row.moved_tasks,
    movedCases: row.moved_cases,
    isSettled: row.settled_at !== null,
  });
