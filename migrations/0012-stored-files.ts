import {
  bigint,
  id,
  int,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** Files that were uploaded, and the cases that they were attached to. The bytes lie in the file store. */
export const storedFiles = migration("0012-stored-files", [
  table("stored_file", [
    id(),
    text("store_key", 64),
    text("owner", 80),
    text("name", 200),
    bigint("size"),
    bigint("received"),
    json("parts"),
    text("state", 20),
    text("problem", 40).nullable(),
    text("media_type", 100).nullable(),
    text("sha256", 64).nullable(),
    bigint("created_at"),
    bigint("expires_at"),
    bigint("lease_until"),
    int("attempt"),
    ref("instance_id").nullable().references("instance", "fk_stored_file_instance"),
    int("task_no").nullable(),
    text("purpose", 20).nullable(),
    json("purpose_text").nullable(),
    bigint("attached_at").nullable(),
  ])
    .unique("uq_stored_file_key", ["store_key"])
    .index("ix_stored_file_instance", ["instance_id", "id"])
    .index("ix_stored_file_state", ["state", "expires_at"])
    .index("ix_stored_file_owner", ["owner", "state"]),
]);
