import {
  addColumn,
  bigint,
  flag,
  int,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** What was done to a version besides its edits, who is in a draft, whose the notes are. */
export const drafting = migration("0002-drafting", [
  addColumn("draft_edit", json("inverse").nullable()),
  addColumn("sop_version", int("notes_revision").nullable()),
  // Without a foreign key, which SQLite cannot add to a table in a form that can be read back.
  addColumn("review_note", ref("created_by").nullable()),
  addColumn("review_note", bigint("edited_at").nullable()),
  addColumn("office", json("form_columns").nullable()),
  table("version_action", [
    ref("version_id").references("sop_version", "fk_version_action_version"),
    int("no"),
    text("kind", 20),
    int("revision"),
    bigint("at"),
    ref("person_id").references("person", "fk_version_action_person").nullable(),
    json("message").nullable(),
    ref("source_version_id").nullable(),
    bigint("in_force_from").nullable(),
  ]).primaryKey(["version_id", "no"]),
  table("draft_presence", [
    // Without a foreign key, so that a pulse does not wait for whoever changes the draft.
    ref("version_id"),
    ref("person_id").references("person", "fk_draft_presence_person"),
    text("tab", 64),
    text("focus", 200).nullable(),
    flag("can_edit"),
    bigint("seen_at"),
  ])
    .primaryKey(["version_id", "person_id", "tab"])
    .index("ix_draft_presence_seen", ["seen_at"]),
  table("discarded_draft", [
    ref("version_id"),
    ref("office_id").references("office", "fk_discarded_draft_office"),
    text("title", 500),
    bigint("at"),
    ref("person_id").references("person", "fk_discarded_draft_person").nullable(),
  ]).primaryKey(["version_id"]),
]);
