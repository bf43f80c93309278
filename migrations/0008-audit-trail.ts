import {
  addColumn,
  bigint,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** Who changed what about the office and its settings, and which position is above which. */
export const auditTrail = migration("0008-audit-trail", [
  table("audit_entry", [
    bigint("seq"),
    bigint("at"),
    text("actor_type", 20),
    bigint("actor_id").nullable(),
    text("actor_name", 200),
    // Without foreign keys: the trail outlives what it tells of.
    ref("office_id").nullable(),
    text("action", 60),
    text("subject_type", 40),
    bigint("subject_id").nullable(),
    text("subject_name", 500),
    json("changes"),
    text("hash", 64),
  ])
    .primaryKey(["seq"])
    .index("ix_audit_entry_office", ["office_id", "seq"])
    .index("ix_audit_entry_actor", ["actor_id", "seq"])
    .index("ix_audit_entry_subject", ["subject_type", "subject_id", "seq"])
    .index("ix_audit_entry_action", ["action", "seq"]),
  // Without a foreign key: no position is ever deleted, and SQLite adds none to its own table by name.
  addColumn("position", ref("superior_id").nullable()),
]);
