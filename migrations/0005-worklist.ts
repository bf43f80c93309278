import {
  addIndexWhereSet,
  bigint,
  dropIndex,
  fill,
  id,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** Whose case it is, who started it and who did a task of it: of cases that go on. */
const participants = `SELECT requester_id AS person_id, id AS instance_id FROM instance
  WHERE ended_at IS NULL AND requester_id IS NOT NULL
  UNION SELECT started_by, id FROM instance WHERE ended_at IS NULL AND started_by IS NOT NULL
  UNION SELECT t.closed_by, t.instance_id FROM task t JOIN instance i ON i.id = t.instance_id
  WHERE i.ended_at IS NULL AND t.closed_by IS NOT NULL`;

/** Worklists whose every page is read from an index, what one waits for, and saved views. */
export const worklist = migration("0005-worklist", [
  addIndexWhereSet("task", "ix_task_lane_open", "position_id", "is_open", [
    "assignee_id",
    "due_sort",
    "id",
  ]),
  dropIndex("task", "ix_task_position_open"),
  addIndexWhereSet("task", "ix_task_due_open", null, "is_open", ["due_sort", "id"]),
  addIndexWhereSet("task", "ix_task_instance_open", "instance_id", "is_open", ["due_sort", "id"]),
  // Without foreign keys: it is derived, and written on the hot path.
  table("case_participant", [ref("person_id"), ref("instance_id")])
    .primaryKey(["person_id", "instance_id"])
    .index("ix_case_participant_instance", ["instance_id"]),
  fill(
    "case_participant",
    ["person_id", "instance_id"],
    `SELECT w.person_id, w.instance_id FROM (${participants}) w WHERE NOT EXISTS
  (SELECT 1 FROM case_participant c WHERE c.person_id = w.person_id AND c.instance_id = w.instance_id)`,
  ),
  table("saved_view", [
    id(),
    ref("person_id").references("person", "fk_saved_view_person"),
    text("name", 80),
    json("definition"),
    bigint("created_at"),
    bigint("updated_at"),
  ]).unique("uq_saved_view_name", ["person_id", "name"]),
]);
