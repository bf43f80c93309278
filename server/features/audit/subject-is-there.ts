import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";

/** Whether a row of the table still is there, by its id. */
export const subjectIsThere = (table: string): LoaderDefinition<number, boolean> => ({
  name: `isThere:${table}`,
  async load({ reader }, ids) {
    const rows = await reader.all<Row & { id: number }>(
      `SELECT id FROM ${table} WHERE id IN (${placeholders(ids)})`,
      [...ids],
    );
    const found = new Set(rows.map(({ id }) => id));
    return ids.map((id) => found.has(id));
  },
});
