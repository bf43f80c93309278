import {
  addColumn,
  addIndex,
  bigint,
  id,
  int,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** As what somebody holds a position, for whom they stand in, who said so; and who is on leave. */
export const actingHolders = migration("0003-acting-holders", [
  table("leave_report", [
    id(),
    ref("person_id").references("person", "fk_leave_report_person"),
    ref("stand_in_id").references("person", "fk_leave_report_stand_in"),
    bigint("valid_from"),
    bigint("valid_until"),
    bigint("reported_at"),
    ref("cancelled_by").references("person", "fk_leave_report_cancelled_by").nullable(),
    bigint("cancelled_at").nullable(),
  ]).index("ix_leave_report_person", ["person_id"]),
  addColumn("position", int("holders_revision").nullable()),
  // References without a foreign key, as in 0002.
  addColumn("position_holder", text("acting_as", 3).nullable()),
  addColumn("position_holder", ref("stands_in_for").nullable()),
  addColumn("position_holder", ref("leave_id").nullable()),
  addColumn("position_holder", ref("appointed_by").nullable()),
  addColumn("position_holder", bigint("appointed_at").nullable()),
  addColumn("position_holder", ref("changed_by").nullable()),
  addColumn("position_holder", bigint("changed_at").nullable()),
  addIndex("position_holder", "ix_position_holder_leave", ["leave_id"]),
]);
