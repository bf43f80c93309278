import {
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

/** What is to be told outside of the database, the systems that it is told to, and how that went. */
export const outbox = migration("0011-outbox", [
  table("outbox", [
    id(),
    text("message_id", 36),
    text("channel", 40),
    text("message_key", 200),
    bigint("ordinal"),
    json("payload"),
    bigint("created_at"),
    bigint("due_at"),
    bigint("give_up_at"),
    flag("is_waiting"),
    text("owner", 40).nullable(),
    bigint("until"),
    int("attempt"),
    int("failures"),
    text("last_error", 500).nullable(),
    text("outcome", 20).nullable(),
    bigint("ended_at").nullable(),
  ])
    .unique("uq_outbox_message", ["message_id"])
    .indexWhereSet("ix_outbox_due", "channel", "is_waiting", ["due_at", "id"])
    .indexWhereSet("ix_outbox_key", "message_key", "is_waiting", ["ordinal", "id"])
    .index("ix_outbox_ended", ["ended_at"]),
  table("webhook_endpoint", [
    id(),
    text("name", 200),
    text("url", 2000),
    // Null: of every office.
    ref("office_id").references("office", "fk_webhook_endpoint_office").nullable(),
    text("events", 1000),
    text("state", 20),
    text("secret", 100),
    text("previous_secret", 100).nullable(),
    bigint("previous_until").nullable(),
    bigint("failing_since").nullable(),
    bigint("last_success_at").nullable(),
    bigint("since"),
    bigint("paused_at").nullable(),
    bigint("deleted_at").nullable(),
    ref("created_by").references("person", "fk_webhook_endpoint_author").nullable(),
    bigint("created_at"),
  ]),
  table("webhook_delivery", [
    id(),
    text("message_id", 36),
    ref("endpoint_id").references("webhook_endpoint", "fk_webhook_delivery_endpoint"),
    text("event", 40),
    bigint("event_at"),
    json("body"),
    text("state", 20),
    int("attempts"),
    bigint("created_at"),
    bigint("attempted_at"),
    bigint("next_at").nullable(),
    int("status").nullable(),
    int("duration").nullable(),
    text("failure", 40).nullable(),
    text("answer", 1000).nullable(),
  ])
    .unique("uq_webhook_delivery_message", ["message_id"])
    .index("ix_webhook_delivery_endpoint", ["endpoint_id", "created_at", "id"])
    .index("ix_webhook_delivery_state", ["endpoint_id", "state", "created_at", "id"])
    .index("ix_webhook_delivery_age", ["created_at"]),
]);
