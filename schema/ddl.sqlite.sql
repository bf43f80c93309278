-- before the first migration

CREATE TABLE "schema_migration" (
  "name" varchar(100) NOT NULL,
  "statement" integer NOT NULL,
  "applied_at" integer,
  PRIMARY KEY ("name", "statement")
);

CREATE TABLE "lease" (
  "name" varchar(100) NOT NULL,
  "owner" varchar(100) NOT NULL,
  "until" integer NOT NULL,
  "attempt" integer NOT NULL,
  PRIMARY KEY ("name")
);

-- 0001-initial

CREATE TABLE "office" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "code" varchar(100) NOT NULL,
  "name" varchar(200) NOT NULL,
  "government" varchar(200),
  "time_zone" varchar(60) NOT NULL,
  CONSTRAINT "uq_office_code" UNIQUE ("code")
);

CREATE TABLE "position" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "office_id" integer NOT NULL,
  "code" varchar(100) NOT NULL,
  "name" varchar(200) NOT NULL,
  "is_head" integer NOT NULL,
  CONSTRAINT "uq_position_code" UNIQUE ("code"),
  CONSTRAINT "fk_position_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_position_office" ON "position" ("office_id");

CREATE TABLE "person" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "office_id" integer NOT NULL,
  "username" varchar(100) NOT NULL,
  "name" varchar(200) NOT NULL,
  "nip" varchar(40),
  "locale" varchar(10) NOT NULL,
  "password_hash" varchar(255),
  "must_change_password" integer NOT NULL,
  "disabled_at" integer,
  "created_at" integer NOT NULL,
  CONSTRAINT "uq_person_username" UNIQUE ("username"),
  CONSTRAINT "fk_person_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_person_office" ON "person" ("office_id");

CREATE TABLE "person_role" (
  "person_id" integer NOT NULL,
  "role" varchar(40) NOT NULL,
  PRIMARY KEY ("person_id", "role"),
  CONSTRAINT "fk_person_role_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "position_holder" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "position_id" integer NOT NULL,
  "person_id" integer NOT NULL,
  "acting" integer NOT NULL,
  "valid_from" integer NOT NULL,
  "valid_until" integer,
  CONSTRAINT "fk_position_holder_position" FOREIGN KEY ("position_id") REFERENCES "position" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_position_holder_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_position_holder_person" ON "position_holder" ("person_id");

CREATE INDEX "ix_position_holder_position" ON "position_holder" ("position_id");

CREATE TABLE "session" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "token_hash" varchar(64) NOT NULL,
  "person_id" integer NOT NULL,
  "created_at" integer NOT NULL,
  "expires_at" integer NOT NULL,
  "last_seen_at" integer NOT NULL,
  "ended_at" integer,
  CONSTRAINT "uq_session_token" UNIQUE ("token_hash"),
  CONSTRAINT "fk_session_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_session_person" ON "session" ("person_id");

CREATE TABLE "api_token" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar(200) NOT NULL,
  "token_hash" varchar(64) NOT NULL,
  "office_id" integer NOT NULL,
  "scopes" varchar(400) NOT NULL,
  "created_by" integer,
  "created_at" integer NOT NULL,
  "revoked_at" integer,
  "last_used_at" integer,
  CONSTRAINT "uq_api_token_token" UNIQUE ("token_hash"),
  CONSTRAINT "fk_api_token_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_api_token_created_by" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_api_token_office" ON "api_token" ("office_id");

CREATE TABLE "sop" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "office_id" integer NOT NULL,
  "number" varchar(100),
  "part" varchar(20) NOT NULL DEFAULT '',
  "title" varchar(500) NOT NULL,
  "retired_at" integer,
  "created_at" integer NOT NULL,
  "created_by" integer,
  CONSTRAINT "uq_sop_number" UNIQUE ("office_id", "number", "part"),
  CONSTRAINT "fk_sop_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_sop_created_by" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "sop_version" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "sop_id" integer NOT NULL,
  "ordinal" integer NOT NULL,
  "status" varchar(20) NOT NULL,
  "draft_slot" integer,
  "revision" integer NOT NULL,
  "document" text NOT NULL,
  "in_force_from" integer,
  "enacted_at" integer,
  "enacted_by" integer,
  "submitted_at" integer,
  "submitted_by" integer,
  "created_at" integer NOT NULL,
  "updated_at" integer NOT NULL,
  CONSTRAINT "uq_sop_version_draft" UNIQUE ("sop_id", "draft_slot"),
  CONSTRAINT "uq_sop_version_ordinal" UNIQUE ("sop_id", "ordinal"),
  CONSTRAINT "fk_sop_version_sop" FOREIGN KEY ("sop_id") REFERENCES "sop" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_sop_version_enacted_by" FOREIGN KEY ("enacted_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_sop_version_submitted_by" FOREIGN KEY ("submitted_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_sop_version_in_force" ON "sop_version" ("sop_id", "in_force_from");

CREATE TABLE "draft_edit" (
  "version_id" integer NOT NULL,
  "revision" integer NOT NULL,
  "at" integer NOT NULL,
  "person_id" integer,
  "edits" text NOT NULL,
  PRIMARY KEY ("version_id", "revision"),
  CONSTRAINT "fk_draft_edit_version" FOREIGN KEY ("version_id") REFERENCES "sop_version" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_draft_edit_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "review_note" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "version_id" integer NOT NULL,
  "target_type" varchar(20) NOT NULL,
  "target_key" varchar(200) NOT NULL,
  "target_field" varchar(200),
  "text" text NOT NULL,
  "resolved_at" integer,
  "resolved_by" integer,
  "created_at" integer NOT NULL,
  CONSTRAINT "fk_review_note_version" FOREIGN KEY ("version_id") REFERENCES "sop_version" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_review_note_resolved_by" FOREIGN KEY ("resolved_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_review_note_version" ON "review_note" ("version_id");

CREATE TABLE "holiday" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "on_date" varchar(10) NOT NULL,
  "kind" varchar(20) NOT NULL,
  "name" varchar(200) NOT NULL,
  "basis" varchar(500) NOT NULL,
  CONSTRAINT "uq_holiday_day" UNIQUE ("on_date", "kind", "name")
);

CREATE TABLE "working_calendar" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "office_id" integer,
  "revision" integer NOT NULL,
  "definition" text NOT NULL,
  "created_at" integer NOT NULL,
  CONSTRAINT "uq_working_calendar_revision" UNIQUE ("office_id", "revision"),
  CONSTRAINT "fk_working_calendar_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "instance" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "sop_id" integer NOT NULL,
  "version_id" integer NOT NULL,
  "office_id" integer NOT NULL,
  "version" integer NOT NULL,
  "status" varchar(20) NOT NULL,
  "title" varchar(500),
  "requester_id" integer,
  "requester_name" varchar(200) NOT NULL,
  "started_by" integer,
  "started_at" integer NOT NULL,
  "ended_at" integer,
  "last_event_at" integer NOT NULL,
  "state" text NOT NULL,
  "head_hash" varchar(64) NOT NULL,
  "hold_reason" text,
  "parent_instance_id" integer,
  "parent_visit" integer,
  CONSTRAINT "fk_instance_sop" FOREIGN KEY ("sop_id") REFERENCES "sop" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_instance_version" FOREIGN KEY ("version_id") REFERENCES "sop_version" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_instance_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_instance_requester" FOREIGN KEY ("requester_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_instance_started_by" FOREIGN KEY ("started_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_instance_parent_instance" FOREIGN KEY ("parent_instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_instance_office" ON "instance" ("office_id", "id");

CREATE INDEX "ix_instance_sop" ON "instance" ("sop_id", "id");

CREATE INDEX "ix_instance_requester" ON "instance" ("requester_id", "id");

CREATE INDEX "ix_instance_parent" ON "instance" ("parent_instance_id");

CREATE TABLE "task" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "instance_id" integer NOT NULL,
  "no" integer NOT NULL,
  "visit" integer NOT NULL,
  "node_key" varchar(100) NOT NULL,
  "lane_key" varchar(100) NOT NULL,
  "label" text,
  "position_id" integer,
  "requester_id" integer,
  "status" varchar(20) NOT NULL,
  "is_open" integer NOT NULL,
  "assignee_id" integer,
  "opened_at" integer NOT NULL,
  "claimed_at" integer,
  "closed_at" integer,
  "closed_by" integer,
  "due_at" integer,
  "due_sort" integer NOT NULL,
  "outcome" varchar(100),
  "given" text,
  "comment" text,
  CONSTRAINT "uq_task_no" UNIQUE ("instance_id", "no"),
  CONSTRAINT "fk_task_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_task_position" FOREIGN KEY ("position_id") REFERENCES "position" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_task_requester" FOREIGN KEY ("requester_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_task_assignee" FOREIGN KEY ("assignee_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_task_closed_by" FOREIGN KEY ("closed_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_task_done" ON "task" ("assignee_id", "status", "closed_at", "id");

CREATE INDEX "ix_task_position_open" ON "task" ("position_id", "due_sort", "id") WHERE "is_open" = 1;

CREATE INDEX "ix_task_requester_open" ON "task" ("requester_id", "due_sort", "id") WHERE "is_open" = 1 AND "requester_id" IS NOT NULL;

CREATE INDEX "ix_task_assignee_open" ON "task" ("assignee_id", "due_sort", "id") WHERE "is_open" = 1 AND "assignee_id" IS NOT NULL;

CREATE TABLE "history_entry" (
  "instance_id" integer NOT NULL,
  "seq" integer NOT NULL,
  "at" integer NOT NULL,
  "actor_type" varchar(20) NOT NULL,
  "actor_id" integer,
  "actor_name" varchar(200) NOT NULL,
  "command" varchar(60) NOT NULL,
  "events" text NOT NULL,
  "hash" varchar(64) NOT NULL,
  PRIMARY KEY ("instance_id", "seq"),
  CONSTRAINT "fk_history_entry_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "idempotency" (
  "actor" varchar(80) NOT NULL,
  "mutation" varchar(60) NOT NULL,
  "idem_key" varchar(200) NOT NULL,
  "body_hash" varchar(64) NOT NULL,
  "result" text NOT NULL,
  "created_at" integer NOT NULL,
  PRIMARY KEY ("actor", "mutation", "idem_key")
);

CREATE INDEX "ix_idempotency_created" ON "idempotency" ("created_at");

-- 0002-drafting

ALTER TABLE "draft_edit" ADD COLUMN "inverse" text;

ALTER TABLE "sop_version" ADD COLUMN "notes_revision" integer;

ALTER TABLE "review_note" ADD COLUMN "created_by" integer;

ALTER TABLE "review_note" ADD COLUMN "edited_at" integer;

ALTER TABLE "office" ADD COLUMN "form_columns" text;

CREATE TABLE "version_action" (
  "version_id" integer NOT NULL,
  "no" integer NOT NULL,
  "kind" varchar(20) NOT NULL,
  "revision" integer NOT NULL,
  "at" integer NOT NULL,
  "person_id" integer,
  "message" text,
  "source_version_id" integer,
  "in_force_from" integer,
  PRIMARY KEY ("version_id", "no"),
  CONSTRAINT "fk_version_action_version" FOREIGN KEY ("version_id") REFERENCES "sop_version" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_version_action_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "draft_presence" (
  "version_id" integer NOT NULL,
  "person_id" integer NOT NULL,
  "tab" varchar(64) NOT NULL,
  "focus" varchar(200),
  "can_edit" integer NOT NULL,
  "seen_at" integer NOT NULL,
  PRIMARY KEY ("version_id", "person_id", "tab"),
  CONSTRAINT "fk_draft_presence_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_draft_presence_seen" ON "draft_presence" ("seen_at");

CREATE TABLE "discarded_draft" (
  "version_id" integer NOT NULL,
  "office_id" integer NOT NULL,
  "title" varchar(500) NOT NULL,
  "at" integer NOT NULL,
  "person_id" integer,
  PRIMARY KEY ("version_id"),
  CONSTRAINT "fk_discarded_draft_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_discarded_draft_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- 0003-acting-holders

CREATE TABLE "leave_report" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "person_id" integer NOT NULL,
  "stand_in_id" integer NOT NULL,
  "valid_from" integer NOT NULL,
  "valid_until" integer NOT NULL,
  "reported_at" integer NOT NULL,
  "cancelled_by" integer,
  "cancelled_at" integer,
  CONSTRAINT "fk_leave_report_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_leave_report_stand_in" FOREIGN KEY ("stand_in_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_leave_report_cancelled_by" FOREIGN KEY ("cancelled_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_leave_report_person" ON "leave_report" ("person_id");

ALTER TABLE "position" ADD COLUMN "holders_revision" integer;

ALTER TABLE "position_holder" ADD COLUMN "acting_as" varchar(3);

ALTER TABLE "position_holder" ADD COLUMN "stands_in_for" integer;

ALTER TABLE "position_holder" ADD COLUMN "leave_id" integer;

ALTER TABLE "position_holder" ADD COLUMN "appointed_by" integer;

ALTER TABLE "position_holder" ADD COLUMN "appointed_at" integer;

ALTER TABLE "position_holder" ADD COLUMN "changed_by" integer;

ALTER TABLE "position_holder" ADD COLUMN "changed_at" integer;

CREATE INDEX "ix_position_holder_leave" ON "position_holder" ("leave_id");

-- 0004-receipts

CREATE TABLE "receipt" (
  "instance_id" integer NOT NULL,
  "number" varchar(8) NOT NULL,
  "secret_hash" varchar(64) NOT NULL,
  "issue" integer NOT NULL,
  "issued_at" integer NOT NULL,
  PRIMARY KEY ("instance_id"),
  CONSTRAINT "uq_receipt_number" UNIQUE ("number"),
  CONSTRAINT "fk_receipt_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "receipt_reissue" (
  "instance_id" integer NOT NULL,
  "issue" integer NOT NULL,
  "at" integer NOT NULL,
  "actor_type" varchar(20) NOT NULL,
  "actor_id" integer,
  "actor_name" varchar(200) NOT NULL,
  PRIMARY KEY ("instance_id", "issue"),
  CONSTRAINT "fk_receipt_reissue_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "catalogue_entry" (
  "version_id" integer NOT NULL,
  "opens_to_requester" integer NOT NULL,
  "words" text NOT NULL,
  PRIMARY KEY ("version_id"),
  CONSTRAINT "fk_catalogue_entry_version" FOREIGN KEY ("version_id") REFERENCES "sop_version" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- 0005-worklist

CREATE INDEX "ix_task_lane_open" ON "task" ("position_id", "assignee_id", "due_sort", "id") WHERE "is_open" = 1;

DROP INDEX "ix_task_position_open";

CREATE INDEX "ix_task_due_open" ON "task" ("due_sort", "id") WHERE "is_open" = 1;

CREATE INDEX "ix_task_instance_open" ON "task" ("instance_id", "due_sort", "id") WHERE "is_open" = 1;

CREATE TABLE "case_participant" (
  "person_id" integer NOT NULL,
  "instance_id" integer NOT NULL,
  PRIMARY KEY ("person_id", "instance_id")
);

CREATE INDEX "ix_case_participant_instance" ON "case_participant" ("instance_id");

INSERT INTO "case_participant" ("person_id", "instance_id") SELECT w.person_id, w.instance_id FROM (SELECT requester_id AS person_id, id AS instance_id FROM instance
  WHERE ended_at IS NULL AND requester_id IS NOT NULL
  UNION SELECT started_by, id FROM instance WHERE ended_at IS NULL AND started_by IS NOT NULL
  UNION SELECT t.closed_by, t.instance_id FROM task t JOIN instance i ON i.id = t.instance_id
  WHERE i.ended_at IS NULL AND t.closed_by IS NOT NULL) w WHERE NOT EXISTS
  (SELECT 1 FROM case_participant c WHERE c.person_id = w.person_id AND c.instance_id = w.instance_id);

CREATE TABLE "saved_view" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "person_id" integer NOT NULL,
  "name" varchar(80) NOT NULL,
  "definition" text NOT NULL,
  "created_at" integer NOT NULL,
  "updated_at" integer NOT NULL,
  CONSTRAINT "uq_saved_view_name" UNIQUE ("person_id", "name"),
  CONSTRAINT "fk_saved_view_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- 0006-log-tail

CREATE INDEX "ix_history_entry_at" ON "history_entry" ("at");

-- 0007-connected-cases

CREATE TABLE "waiting_call" (
  "instance_id" integer NOT NULL,
  "visit" integer NOT NULL,
  "sop_id" integer NOT NULL,
  "reason" varchar(20) NOT NULL,
  "since" integer NOT NULL,
  PRIMARY KEY ("instance_id", "visit"),
  CONSTRAINT "fk_waiting_call_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_waiting_call_sop" ON "waiting_call" ("sop_id");

ALTER TABLE "office" ADD COLUMN "missing_requirements" varchar(20);

-- 0008-audit-trail

CREATE TABLE "audit_entry" (
  "seq" integer NOT NULL,
  "at" integer NOT NULL,
  "actor_type" varchar(20) NOT NULL,
  "actor_id" integer,
  "actor_name" varchar(200) NOT NULL,
  "office_id" integer,
  "action" varchar(60) NOT NULL,
  "subject_type" varchar(40) NOT NULL,
  "subject_id" integer,
  "subject_name" varchar(500) NOT NULL,
  "changes" text NOT NULL,
  "hash" varchar(64) NOT NULL,
  PRIMARY KEY ("seq")
);

CREATE INDEX "ix_audit_entry_office" ON "audit_entry" ("office_id", "seq");

CREATE INDEX "ix_audit_entry_actor" ON "audit_entry" ("actor_id", "seq");

CREATE INDEX "ix_audit_entry_subject" ON "audit_entry" ("subject_type", "subject_id", "seq");

CREATE INDEX "ix_audit_entry_action" ON "audit_entry" ("action", "seq");

ALTER TABLE "position" ADD COLUMN "superior_id" integer;

-- 0009-calendar-changes

CREATE TABLE "calendar_change" (
  "seq" integer NOT NULL,
  "at" integer NOT NULL,
  "actor_type" varchar(20) NOT NULL,
  "actor_id" integer,
  "actor_name" varchar(200) NOT NULL,
  "kind" varchar(20) NOT NULL,
  "office_id" integer,
  "holiday_year" integer,
  "changes" text NOT NULL,
  "holidays_before" text,
  "moved_cases" integer NOT NULL,
  "moved_tasks" integer NOT NULL,
  "settled_at" integer,
  PRIMARY KEY ("seq"),
  CONSTRAINT "fk_calendar_change_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_calendar_change_office" ON "calendar_change" ("office_id", "seq");

CREATE INDEX "ix_calendar_change_kind" ON "calendar_change" ("kind", "seq");

CREATE INDEX "ix_calendar_change_settled" ON "calendar_change" ("settled_at", "seq");

ALTER TABLE "instance" ADD COLUMN "calendar_stamp" integer;

UPDATE "instance" SET "calendar_stamp" = 0 WHERE ended_at IS NULL;

CREATE INDEX "ix_instance_calendar" ON "instance" ("office_id", "calendar_stamp");

-- 0010-notices

CREATE TABLE "notice" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "at" integer NOT NULL,
  "kind" varchar(40) NOT NULL,
  "person_id" integer,
  "position_id" integer,
  "except_id" integer,
  "instance_id" integer,
  "task_no" integer,
  "version_id" integer,
  "details" text,
  "mail" integer NOT NULL
);

CREATE INDEX "ix_notice_person" ON "notice" ("person_id", "at", "id") WHERE "person_id" IS NOT NULL;

CREATE INDEX "ix_notice_position" ON "notice" ("position_id", "at", "id") WHERE "position_id" IS NOT NULL;

CREATE INDEX "ix_notice_mail" ON "notice" ("id") WHERE "mail" = 1;

CREATE TABLE "notice_read" (
  "person_id" integer NOT NULL,
  "notice_id" integer NOT NULL,
  PRIMARY KEY ("person_id", "notice_id")
);

CREATE INDEX "ix_notice_read_notice" ON "notice_read" ("notice_id");

CREATE TABLE "notice_setting" (
  "person_id" integer NOT NULL,
  "mail_mode" varchar(10) NOT NULL,
  "switched" text NOT NULL,
  "read_until" integer NOT NULL,
  "digested_at" integer NOT NULL,
  PRIMARY KEY ("person_id")
);

CREATE TABLE "notice_once" (
  "name" varchar(150) NOT NULL,
  "at" integer NOT NULL,
  PRIMARY KEY ("name")
);

CREATE INDEX "ix_notice_once_at" ON "notice_once" ("at");

ALTER TABLE "person" ADD COLUMN "email" varchar(254);

ALTER TABLE "office" ADD COLUMN "reminders" text;

ALTER TABLE "sop" ADD COLUMN "reminders" text;

ALTER TABLE "task" ADD COLUMN "attention_at" integer NOT NULL DEFAULT '0';

ALTER TABLE "task" ADD COLUMN "reminded" integer NOT NULL DEFAULT '0';

CREATE INDEX "ix_task_attention" ON "task" ("attention_at", "id") WHERE "is_open" = 1;

-- 0011-outbox

CREATE TABLE "outbox" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "message_id" varchar(36) NOT NULL,
  "channel" varchar(40) NOT NULL,
  "message_key" varchar(200) NOT NULL,
  "ordinal" integer NOT NULL,
  "payload" text NOT NULL,
  "created_at" integer NOT NULL,
  "due_at" integer NOT NULL,
  "give_up_at" integer NOT NULL,
  "is_waiting" integer NOT NULL,
  "owner" varchar(40),
  "until" integer NOT NULL,
  "attempt" integer NOT NULL,
  "failures" integer NOT NULL,
  "last_error" varchar(500),
  "outcome" varchar(20),
  "ended_at" integer,
  CONSTRAINT "uq_outbox_message" UNIQUE ("message_id")
);

CREATE INDEX "ix_outbox_due" ON "outbox" ("channel", "due_at", "id") WHERE "is_waiting" = 1;

CREATE INDEX "ix_outbox_key" ON "outbox" ("message_key", "ordinal", "id") WHERE "is_waiting" = 1;

CREATE INDEX "ix_outbox_ended" ON "outbox" ("ended_at");

CREATE TABLE "webhook_endpoint" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "name" varchar(200) NOT NULL,
  "url" varchar(2000) NOT NULL,
  "office_id" integer,
  "events" varchar(1000) NOT NULL,
  "state" varchar(20) NOT NULL,
  "secret" varchar(100) NOT NULL,
  "previous_secret" varchar(100),
  "previous_until" integer,
  "failing_since" integer,
  "last_success_at" integer,
  "since" integer NOT NULL,
  "paused_at" integer,
  "deleted_at" integer,
  "created_by" integer,
  "created_at" integer NOT NULL,
  CONSTRAINT "fk_webhook_endpoint_office" FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT "fk_webhook_endpoint_author" FOREIGN KEY ("created_by") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE TABLE "webhook_delivery" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "message_id" varchar(36) NOT NULL,
  "endpoint_id" integer NOT NULL,
  "event" varchar(40) NOT NULL,
  "event_at" integer NOT NULL,
  "body" text NOT NULL,
  "state" varchar(20) NOT NULL,
  "attempts" integer NOT NULL,
  "created_at" integer NOT NULL,
  "attempted_at" integer NOT NULL,
  "next_at" integer,
  "status" integer,
  "duration" integer,
  "failure" varchar(40),
  "answer" varchar(1000),
  CONSTRAINT "uq_webhook_delivery_message" UNIQUE ("message_id"),
  CONSTRAINT "fk_webhook_delivery_endpoint" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_webhook_delivery_endpoint" ON "webhook_delivery" ("endpoint_id", "created_at", "id");

CREATE INDEX "ix_webhook_delivery_state" ON "webhook_delivery" ("endpoint_id", "state", "created_at", "id");

CREATE INDEX "ix_webhook_delivery_age" ON "webhook_delivery" ("created_at");

-- 0012-stored-files

CREATE TABLE "stored_file" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "store_key" varchar(64) NOT NULL,
  "owner" varchar(80) NOT NULL,
  "name" varchar(200) NOT NULL,
  "size" integer NOT NULL,
  "received" integer NOT NULL,
  "parts" text NOT NULL,
  "state" varchar(20) NOT NULL,
  "problem" varchar(40),
  "media_type" varchar(100),
  "sha256" varchar(64),
  "created_at" integer NOT NULL,
  "expires_at" integer NOT NULL,
  "lease_until" integer NOT NULL,
  "attempt" integer NOT NULL,
  "instance_id" integer,
  "task_no" integer,
  "purpose" varchar(20),
  "purpose_text" text,
  "attached_at" integer,
  CONSTRAINT "uq_stored_file_key" UNIQUE ("store_key"),
  CONSTRAINT "fk_stored_file_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

CREATE INDEX "ix_stored_file_instance" ON "stored_file" ("instance_id", "id");

CREATE INDEX "ix_stored_file_state" ON "stored_file" ("state", "expires_at");

CREATE INDEX "ix_stored_file_owner" ON "stored_file" ("owner", "state");

-- 0013-people-administration

ALTER TABLE "office" ADD COLUMN "revision" integer;

ALTER TABLE "person" ADD COLUMN "revision" integer;

ALTER TABLE "position" ADD COLUMN "revision" integer;

ALTER TABLE "position" ADD COLUMN "retired_at" integer;

-- 0014-sop-lifecycle

ALTER TABLE "sop" ADD COLUMN "lifecycle_revision" integer;

-- 0015-ledger

CREATE TABLE "ledger_pending" (
  "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "instance_id" integer NOT NULL
);

CREATE TABLE "ledger_case" (
  "instance_id" integer NOT NULL,
  "office_id" integer NOT NULL,
  "version_id" integer NOT NULL,
  "seq" integer NOT NULL,
  "stamp" integer NOT NULL,
  "is_open" integer NOT NULL,
  "started_at" integer NOT NULL,
  "ended_at" integer,
  "ending" varchar(20),
  "last_at" integer NOT NULL,
  "lead" integer,
  "tail" text,
  "tally" text,
  PRIMARY KEY ("instance_id")
);

CREATE INDEX "ix_ledger_case_open" ON "ledger_case" ("office_id", "stamp", "version_id") WHERE "is_open" = 1;

CREATE INDEX "ix_ledger_case_started" ON "ledger_case" ("version_id", "started_at", "instance_id");

CREATE INDEX "ix_ledger_case_ended" ON "ledger_case" ("version_id", "ending", "ended_at", "instance_id");

CREATE TABLE "ledger_cell" (
  "version_id" integer NOT NULL,
  "grain" varchar(1) NOT NULL,
  "start" integer NOT NULL,
  "revision" integer NOT NULL,
  "counts" text NOT NULL,
  "times" text NOT NULL,
  "people" text NOT NULL,
  PRIMARY KEY ("version_id", "grain", "start")
);

CREATE TABLE "ledger_stay" (
  "instance_id" integer NOT NULL,
  "no" integer NOT NULL,
  "version_id" integer NOT NULL,
  "lane_key" varchar(100) NOT NULL,
  "node_key" varchar(100) NOT NULL,
  "is_rework" integer NOT NULL,
  "is_returned" integer NOT NULL,
  "opened_at" integer NOT NULL,
  "ended_at" integer,
  "ending" varchar(20),
  "person_id" integer,
  "due_at" integer,
  "queue" integer NOT NULL,
  "work" integer NOT NULL,
  "elsewhere" integer NOT NULL,
  "held" integer NOT NULL,
  "givers" text,
  PRIMARY KEY ("instance_id", "no")
);

CREATE INDEX "ix_ledger_stay_opened" ON "ledger_stay" ("version_id", "lane_key", "opened_at", "instance_id", "no");

CREATE INDEX "ix_ledger_stay_ended" ON "ledger_stay" ("version_id", "lane_key", "ended_at", "instance_id", "no");

CREATE TABLE "ledger_state" (
  "no" integer NOT NULL,
  "is_clearing" integer NOT NULL,
  "queued_to" integer NOT NULL,
  "turn" integer NOT NULL,
  PRIMARY KEY ("no")
);

INSERT INTO "ledger_pending" ("instance_id") SELECT i.id FROM instance i WHERE i.version > 0
      AND NOT EXISTS (SELECT 1 FROM ledger_case c WHERE c.instance_id = i.id);

-- 0016-held-cases

CREATE TABLE "held_case" (
  "instance_id" integer NOT NULL,
  "since" integer NOT NULL,
  "by_parent" integer NOT NULL,
  PRIMARY KEY ("instance_id"),
  CONSTRAINT "fk_held_case_instance" FOREIGN KEY ("instance_id") REFERENCES "instance" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

INSERT INTO "held_case" ("instance_id", "since", "by_parent") SELECT i.id, COALESCE((SELECT MAX(h.at) FROM history_entry h
    WHERE h.instance_id = i.id AND h.command = 'HOLD'), i.last_event_at),
  CASE WHEN i.state LIKE '%"heldByParent":true%' THEN 1 ELSE 0 END
  FROM instance i WHERE i.status = 'HELD'
  AND NOT EXISTS (SELECT 1 FROM held_case c WHERE c.instance_id = i.id);

-- 0017-rule-levels

ALTER TABLE "office" ADD COLUMN "rule_levels" text;
