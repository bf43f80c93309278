import {
  bigint,
  fill,
  flag,
  migration,
  ref,
  table,
} from "../server/persistence/migration/schema-vocabulary.js";

/** The cases that stand still because somebody held them: few, and found without the finished ones. */
export const heldCases = migration("0016-held-cases", [
  table("held_case", [
    ref("instance_id").references("instance", "fk_held_case_instance"),
    bigint("since"),
    flag("by_parent"),
  ]).primaryKey(["instance_id"]),
  fill(
    "held_case",
    ["instance_id", "since", "by_parent"],
    `SELECT i.id, COALESCE((SELECT MAX(h.at) FROM history_entry h
    WHERE h.instance_id = i.id AND h.command = 'HOLD'), i.last_event_at),
  CASE WHEN i.state LIKE '%"heldByParent":true%' THEN 1 ELSE 0 END
  FROM instance i WHERE i.status = 'HELD'
  AND NOT EXISTS (SELECT 1 FROM held_case c WHERE c.instance_id = i.id)`,
  ),
]);
