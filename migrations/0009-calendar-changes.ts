import {
  addColumn,
  addIndex,
  bigint,
  int,
  json,
  migration,
  ref,
  setColumn,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** Who changed which calendar, and by which of them the deadlines of a case were counted. */
export const calendarChanges = migration("0009-calendar-changes", [
  table("calendar_change", [
    bigint("seq"),
    bigint("at"),
    text("actor_type", 20),
    bigint("actor_id").nullable(),
    text("actor_name", 200),
    text("kind", 20),
    // Null: of every office.
    ref("office_id").references("office", "fk_calendar_change_office").nullable(),
    int("holiday_year").nullable(),
    json("changes"),
    json("holidays_before").nullable(),
    int("moved_cases"),
    int("moved_tasks"),
    bigint("settled_at").nullable(),
  ])
    .primaryKey(["seq"])
    .index("ix_calendar_change_office", ["office_id", "seq"])
    .index("ix_calendar_change_kind", ["kind", "seq"])
    .index("ix_calendar_change_settled", ["settled_at", "seq"]),
  addColumn("instance", bigint("calendar_stamp").nullable()),
  setColumn("instance", "calendar_stamp", "0", "ended_at IS NULL"),
  addIndex("instance", "ix_instance_calendar", ["office_id", "calendar_stamp"]),
]);
