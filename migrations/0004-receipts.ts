import {
  bigint,
  flag,
  int,
  json,
  migration,
  ref,
  table,
  text,
} from "../server/persistence/migration/schema-vocabulary.js";

/** What a requester follows a case with, and what requesters find an SOP in force by. */
export const receipts = migration("0004-receipts", [
  table("receipt", [
    ref("instance_id").references("instance", "fk_receipt_instance"),
    text("number", 8),
    text("secret_hash", 64),
    int("issue"),
    bigint("issued_at"),
  ])
    .primaryKey(["instance_id"])
    .unique("uq_receipt_number", ["number"]),
  table("receipt_reissue", [
    ref("instance_id").references("instance", "fk_receipt_reissue_instance"),
    int("issue"),
    bigint("at"),
    text("actor_type", 20),
    bigint("actor_id").nullable(),
    text("actor_name", 200),
  ]).primaryKey(["instance_id", "issue"]),
  table("catalogue_entry", [
    ref("version_id").references("sop_version", "fk_catalogue_entry_version"),
    flag("opens_to_requester"),
    json("words"),
  ]).primaryKey(["version_id"]),
]);
