import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { Leave, type LeaveRow, selectLeaves } from "./leave.js";

export const leaveById: LoaderDefinition<number, Leave | null> = {
  name: "leaveById",
  async load({ reader, ctx }, ids) {
    const rows = await reader.all<LeaveRow>(
      `${selectLeaves} WHERE l.id IN (${placeholders(ids)})`,
      ids,
    );
    const found = new Map(rows.map((row) => [row.id, Leave.from(row, ctx.now())]));
    return ids.map((id) => found.get(id) ?? null);
  },
};

/** Of a person, the earliest first; without those that were cancelled before they began. */
export const leavesOfPerson: LoaderDefinition<number, readonly Leave[]> = {
  name: "leavesOfPerson",
  async load({ reader, ctx }, personIds) {
    const rows = await reader.all<LeaveRow>(
      `${selectLeaves} WHERE l.person_id IN (${placeholders(personIds)})
        AND l.valid_until > l.valid_from ORDER BY l.valid_from, l.id`,
      personIds,
    );
    const lists = new Map<number, Leave[]>(personIds.map((id) => [id, []]));
    for (const row of rows) lists.get(row.person_id)?.push(Leave.from(row, ctx.now()));
    return personIds.map((id) => lists.get(id) ?? []);
  },
};

/** The first instant after the leave that somebody is on now, in epoch milliseconds; `null`: on none. */
export const awayUntil: LoaderDefinition<number, number | null> = {
  name: "awayUntil",
  async load({ reader, ctx }, personIds) {
    const rows = await reader.all<Row & { id: number; until: number }>(
      `SELECT l.person_id AS id, MAX(l.valid_until) AS "until" FROM leave_report l
        WHERE l.person_id IN (${placeholders(personIds)}) AND l.valid_from <= ?
        AND l.valid_until > ? GROUP BY l.person_id`,
      [...personIds, ctx.now(), ctx.now()],
    );
    const found = new Map(rows.map(({ id, until }) => [id, until]));
    return personIds.map((id) => found.get(id) ?? null);
  },
};
