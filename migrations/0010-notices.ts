import {
  addColumn,
  addIndexWhereSet,
  bigint,
  flag,
  id,
  int,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** What people are told of, how each wants to be told, and when a task is next spoken of. */
export const notices = migration("0010-notices", [
  // Without foreign keys: it is written on the hot path, and forgotten in a while.
  table("notice", [
    id(),
    bigint("at"),
    text("kind", 40),
    ref("person_id").nullable(),
    ref("position_id").nullable(),
    ref("except_id").nullable(),
    ref("instance_id").nullable(),
    int("task_no").nullable(),
    ref("version_id").nullable(),
    json("details").nullable(),
    flag("mail"),
  ])
    .indexWherePresent("ix_notice_person", "person_id", ["at", "id"])
    .indexWherePresent("ix_notice_position", "position_id", ["at", "id"]),
  addIndexWhereSet("notice", "ix_notice_mail", null, "mail", ["id"]),
  table("notice_read", [ref("person_id"), ref("notice_id")])
    .primaryKey(["person_id", "notice_id"])
    .index("ix_notice_read_notice", ["notice_id"]),
  table("notice_setting", [
    ref("person_id"),
    text("mail_mode", 10),
    json("switched"),
    bigint("read_until"),
    bigint("digested_at"),
  ]).primaryKey(["person_id"]),
  table("notice_once", [text("name", 150), bigint("at")])
    .primaryKey(["name"])
    .index("ix_notice_once_at", ["at"]),
  addColumn("person", text("email", 254).nullable()),
  addColumn("office", json("reminders").nullable()),
  addColumn("sop", json("reminders").nullable()),
  // 0: to be looked at, as all that are open are once; so are those whose deadline moves.
  addColumn("task", bigint("attention_at").default("0")),
  addColumn("task", int("reminded").default("0")),
  addIndexWhereSet("task", "ix_task_attention", null, "is_open", ["attention_at", "id"]),
]);
