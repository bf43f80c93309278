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

/** The offices and their people, the SOPs, the cases and what happened to them. */
export const initial = migration("0001-initial", [
  table("office", [
    id(),
    text("code", 100),
    text("name", 200),
    text("government", 200).nullable(),
    text("time_zone", 60),
  ]).unique("uq_office_code", ["code"]),
  table("position", [
    id(),
    ref("office_id").references("office", "fk_position_office"),
    text("code", 100),
    text("name", 200),
    flag("is_head"),
  ])
    .unique("uq_position_code", ["code"])
    .index("ix_position_office", ["office_id"]),
  table("person", [
    id(),
    ref("office_id").references("office", "fk_person_office"),
    text("username", 100),
    text("name", 200),
    text("nip", 40).nullable(),
    text("locale", 10),
    text("password_hash", 255).nullable(),
    flag("must_change_password"),
    bigint("disabled_at").nullable(),
    bigint("created_at"),
  ])
    .unique("uq_person_username", ["username"])
    .index("ix_person_office", ["office_id"]),
  table("person_role", [
    ref("person_id").references("person", "fk_person_role_person"),
    text("role", 40),
  ]).primaryKey(["person_id", "role"]),
  table("position_holder", [
    id(),
    ref("position_id").references("position", "fk_position_holder_position"),
    ref("person_id").references("person", "fk_position_holder_person"),
    flag("acting"),
    bigint("valid_from"),
    bigint("valid_until").nullable(),
  ])
    .index("ix_position_holder_person", ["person_id"])
    .index("ix_position_holder_position", ["position_id"]),
  table("session", [
    id(),
    text("token_hash", 64),
    ref("person_id").references("person", "fk_session_person"),
    bigint("created_at"),
    bigint("expires_at"),
    bigint("last_seen_at"),
    bigint("ended_at").nullable(),
  ])
    .unique("uq_session_token", ["token_hash"])
    .index("ix_session_person", ["person_id"]),
  table("api_token", [
    id(),
    text("name", 200),
    text("token_hash", 64),
    ref("office_id").references("office", "fk_api_token_office"),
    text("scopes", 400),
    ref("created_by").references("person", "fk_api_token_created_by").nullable(),
    bigint("created_at"),
    bigint("revoked_at").nullable(),
    bigint("last_used_at").nullable(),
  ])
    .unique("uq_api_token_token", ["token_hash"])
    .index("ix_api_token_office", ["office_id"]),
  table("sop", [
    id(),
    ref("office_id").references("office", "fk_sop_office"),
    text("number", 100).nullable(),
    text("part", 20).default(""),
    text("title", 500),
    bigint("retired_at").nullable(),
    bigint("created_at"),
    ref("created_by").references("person", "fk_sop_created_by").nullable(),
  ]).unique("uq_sop_number", ["office_id", "number", "part"]),
  table("sop_version", [
    id(),
    ref("sop_id").references("sop", "fk_sop_version_sop"),
    int("ordinal"),
    text("status", 20),
    int("draft_slot").nullable(),
    int("revision"),
    json("document"),
    bigint("in_force_from").nullable(),
    bigint("enacted_at").nullable(),
    ref("enacted_by").references("person", "fk_sop_version_enacted_by").nullable(),
    bigint("submitted_at").nullable(),
    ref("submitted_by").references("person", "fk_sop_version_submitted_by").nullable(),
    bigint("created_at"),
    bigint("updated_at"),
  ])
    .unique("uq_sop_version_draft", ["sop_id", "draft_slot"])
    .unique("uq_sop_version_ordinal", ["sop_id", "ordinal"])
    .index("ix_sop_version_in_force", ["sop_id", "in_force_from"]),
  table("draft_edit", [
    ref("version_id").references("sop_version", "fk_draft_edit_version"),
    int("revision"),
    bigint("at"),
    ref("person_id").references("person", "fk_draft_edit_person").nullable(),
    json("edits"),
  ]).primaryKey(["version_id", "revision"]),
  table("review_note", [
    id(),
    ref("version_id").references("sop_version", "fk_review_note_version"),
    text("target_type", 20),
    text("target_key", 200),
    text("target_field", 200).nullable(),
    json("text"),
    bigint("resolved_at").nullable(),
    ref("resolved_by").references("person", "fk_review_note_resolved_by").nullable(),
    bigint("created_at"),
  ]).index("ix_review_note_version", ["version_id"]),
  table("holiday", [
    id(),
    text("on_date", 10),
    text("kind", 20),
    text("name", 200),
    text("basis", 500),
  ]).unique("uq_holiday_day", ["on_date", "kind", "name"]),
  table("working_calendar", [
    id(),
    ref("office_id").references("office", "fk_working_calendar_office").nullable(),
    int("revision"),
    json("definition"),
    bigint("created_at"),
  ]).unique("uq_working_calendar_revision", ["office_id", "revision"]),
  table("instance", [
    id(),
    ref("sop_id").references("sop", "fk_instance_sop"),
    ref("version_id").references("sop_version", "fk_instance_version"),
    ref("office_id").references("office", "fk_instance_office"),
    int("version"),
    text("status", 20),
    text("title", 500).nullable(),
    ref("requester_id").references("person", "fk_instance_requester").nullable(),
    text("requester_name", 200),
    ref("started_by").references("person", "fk_instance_started_by").nullable(),
    bigint("started_at"),
    bigint("ended_at").nullable(),
    bigint("last_event_at"),
    json("state"),
    text("head_hash", 64),
    json("hold_reason").nullable(),
    ref("parent_instance_id").references("instance", "fk_instance_parent_instance").nullable(),
    int("parent_visit").nullable(),
  ])
    .index("ix_instance_office", ["office_id", "id"])
    .index("ix_instance_sop", ["sop_id", "id"])
    .index("ix_instance_requester", ["requester_id", "id"])
    .index("ix_instance_parent", ["parent_instance_id"]),
  table("task", [
    id(),
    ref("instance_id").references("instance", "fk_task_instance"),
    int("no"),
    int("visit"),
    text("node_key", 100),
    text("lane_key", 100),
    json("label").nullable(),
    ref("position_id").references("position", "fk_task_position").nullable(),
    ref("requester_id").references("person", "fk_task_requester").nullable(),
    text("status", 20),
    flag("is_open"),
    ref("assignee_id").references("person", "fk_task_assignee").nullable(),
    bigint("opened_at"),
    bigint("claimed_at").nullable(),
    bigint("closed_at").nullable(),
    ref("closed_by").references("person", "fk_task_closed_by").nullable(),
    bigint("due_at").nullable(),
    bigint("due_sort"),
    text("outcome", 100).nullable(),
    json("given").nullable(),
    json("comment").nullable(),
  ])
    .unique("uq_task_no", ["instance_id", "no"])
    .index("ix_task_done", ["assignee_id", "status", "closed_at", "id"])
    .indexWhereSet("ix_task_position_open", "position_id", "is_open", ["due_sort", "id"])
    .indexWhereSet("ix_task_requester_open", "requester_id", "is_open", ["due_sort", "id"], {
      skipsNulls: true,
    })
    .indexWhereSet("ix_task_assignee_open", "assignee_id", "is_open", ["due_sort", "id"], {
      skipsNulls: true,
    }),
  table("history_entry", [
    ref("instance_id").references("instance", "fk_history_entry_instance"),
    int("seq"),
    bigint("at"),
    text("actor_type", 20),
    bigint("actor_id").nullable(),
    text("actor_name", 200),
    text("command", 60),
    json("events"),
    text("hash", 64),
  ]).primaryKey(["instance_id", "seq"]),
  table("idempotency", [
    text("actor", 80),
    text("mutation", 60),
    text("idem_key", 200),
    text("body_hash", 64),
    json("result"),
    bigint("created_at"),
  ])
    .primaryKey(["actor", "mutation", "idem_key"])
    .index("ix_idempotency_created", ["created_at"]),
]);
