import {
  addColumn,
  bigint,
  int,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** The connectors that wait for an SOP to come into force, and how strict an office is with papers. */
export const connectedCases = migration("0007-connected-cases", [
  table("waiting_call", [
    ref("instance_id").references("instance", "fk_waiting_call_instance"),
    int("visit"),
    // Without a foreign key: a drawing may name an SOP that another installation had.
    ref("sop_id"),
    text("reason", 20),
    bigint("since"),
  ])
    .primaryKey(["instance_id", "visit"])
    .index("ix_waiting_call_sop", ["sop_id"]),
  // BLOCK unless it says WARN.
  addColumn("office", text("missing_requirements", 20).nullable()),
]);
