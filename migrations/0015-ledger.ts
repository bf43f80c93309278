import {
  bigint,
  fill,
  flag,
  id,
  int,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** What the log says of throughput, added up, and what is still to be added. */
export const ledger = migration("0015-ledger", [
  // Rows go to its end, which costs a command least; what is there twice is added once.
  table("ledger_pending", [id(), ref("instance_id")]),
  table("ledger_case", [
    ref("instance_id"),
    ref("office_id"),
    ref("version_id"),
    int("seq"),
    bigint("stamp"),
    flag("is_open"),
    bigint("started_at"),
    bigint("ended_at").nullable(),
    text("ending", 20).nullable(),
    bigint("last_at"),
    bigint("lead").nullable(),
    json("tail").nullable(),
    json("tally").nullable(),
  ])
    .primaryKey(["instance_id"])
    .indexWhereSet("ix_ledger_case_open", "office_id", "is_open", ["stamp", "version_id"])
    .index("ix_ledger_case_started", ["version_id", "started_at", "instance_id"])
    .index("ix_ledger_case_ended", ["version_id", "ending", "ended_at", "instance_id"]),
  table("ledger_cell", [
    ref("version_id"),
    text("grain", 1),
    int("start"),
    // In front of what is long, which SQLite would go through to find it.
    int("revision"),
    json("counts"),
    json("times"),
    json("people"),
  ]).primaryKey(["version_id", "grain", "start"]),
  table("ledger_stay", [
    ref("instance_id"),
    int("no"),
    ref("version_id"),
    text("lane_key", 100),
    text("node_key", 100),
    flag("is_rework"),
    flag("is_returned"),
    bigint("opened_at"),
    bigint("ended_at").nullable(),
    text("ending", 20).nullable(),
    ref("person_id").nullable(),
    bigint("due_at").nullable(),
    bigint("queue"),
    bigint("work"),
    bigint("elsewhere"),
    bigint("held"),
    json("givers").nullable(),
  ])
    .primaryKey(["instance_id", "no"])
    .index("ix_ledger_stay_opened", ["version_id", "lane_key", "opened_at", "instance_id", "no"])
    .index("ix_ledger_stay_ended", ["version_id", "lane_key", "ended_at", "instance_id", "no"]),
  // One row, once there are sums: whether they are being forgotten, and how far making them anew is.
  table("ledger_state", [
    int("no"),
    flag("is_clearing"),
    bigint("queued_to"),
    int("turn"),
  ]).primaryKey(["no"]),
  fill(
    "ledger_pending",
    ["instance_id"],
    `SELECT i.id FROM instance i WHERE i.version > 0
      AND NOT EXISTS (SELECT 1 FROM ledger_case c WHERE c.instance_id = i.id)`,
  ),
]);
