import type { Context } from "../../kernel/context.js";
import type { Row } from "../../persistence/database.js";
import type { Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";

/**
 * The condition on `task t` that whoever has claimed it can no longer work it: their account is
 * disabled, or they hold the lane's position no longer, or serve the front desk no longer where it
 * acts for a requester without an account. Such a task would be stuck for ever, so that another who
 * may work it can claim it over.
 */
export function abandoned(ctx: Context): Select {
  return {
    sql: `(t.assignee_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM person p WHERE p.id = t.assignee_id AND p.disabled_at IS NULL AND (
        t.requester_id = p.id
        OR EXISTS (SELECT 1 FROM position_holder h WHERE h.person_id = p.id
          AND h.position_id = t.position_id AND h.valid_from <= ?
          AND (h.valid_until IS NULL OR h.valid_until > ?))
        OR (t.position_id IS NULL AND t.requester_id IS NULL AND EXISTS (
          SELECT 1 FROM person_role r JOIN instance c ON c.id = t.instance_id
            WHERE r.person_id = p.id AND r.role = 'FRONT_DESK' AND c.office_id = p.office_id)))))`,
    params: [ctx.now(), ctx.now()],
  };
}

/** Whether the task, by its id, is one of these. */
export const isAbandoned: LoaderDefinition<number, boolean> = {
  name: "isAbandoned",
  async load({ reader, ctx }, ids) {
    const { sql, params } = abandoned(ctx);
    const rows = await reader.all<Row & { id: number }>(
      `SELECT t.id FROM task t WHERE t.id IN (${placeholders(ids)}) AND ${sql}`,
      [...ids, ...params],
    );
    const found = new Set(rows.map(({ id }) => id));
    return ids.map((id) => found.has(id));
  },
};
