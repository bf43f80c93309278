-- before the first migration

CREATE TABLE `schema_migration` (
  `name` varchar(100) NOT NULL,
  `statement` int NOT NULL,
  `applied_at` bigint,
  PRIMARY KEY (`name`, `statement`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `lease` (
  `name` varchar(100) NOT NULL,
  `owner` varchar(100) NOT NULL,
  `until` bigint NOT NULL,
  `attempt` int NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0001-initial

CREATE TABLE `office` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `code` varchar(100) NOT NULL,
  `name` varchar(200) NOT NULL,
  `government` varchar(200),
  `time_zone` varchar(60) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_office_code` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `position` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `office_id` bigint NOT NULL,
  `code` varchar(100) NOT NULL,
  `name` varchar(200) NOT NULL,
  `is_head` tinyint NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_position_code` (`code`),
  INDEX `ix_position_office` (`office_id`),
  CONSTRAINT `fk_position_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `person` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `office_id` bigint NOT NULL,
  `username` varchar(100) NOT NULL,
  `name` varchar(200) NOT NULL,
  `nip` varchar(40),
  `locale` varchar(10) NOT NULL,
  `password_hash` varchar(255),
  `must_change_password` tinyint NOT NULL,
  `disabled_at` bigint,
  `created_at` bigint NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_person_username` (`username`),
  INDEX `ix_person_office` (`office_id`),
  CONSTRAINT `fk_person_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `person_role` (
  `person_id` bigint NOT NULL,
  `role` varchar(40) NOT NULL,
  PRIMARY KEY (`person_id`, `role`),
  CONSTRAINT `fk_person_role_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `position_holder` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `position_id` bigint NOT NULL,
  `person_id` bigint NOT NULL,
  `acting` tinyint NOT NULL,
  `valid_from` bigint NOT NULL,
  `valid_until` bigint,
  PRIMARY KEY (`id`),
  INDEX `ix_position_holder_person` (`person_id`),
  INDEX `ix_position_holder_position` (`position_id`),
  CONSTRAINT `fk_position_holder_position` FOREIGN KEY (`position_id`) REFERENCES `position` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_position_holder_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `session` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `token_hash` varchar(64) NOT NULL,
  `person_id` bigint NOT NULL,
  `created_at` bigint NOT NULL,
  `expires_at` bigint NOT NULL,
  `last_seen_at` bigint NOT NULL,
  `ended_at` bigint,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_session_token` (`token_hash`),
  INDEX `ix_session_person` (`person_id`),
  CONSTRAINT `fk_session_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `api_token` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `name` varchar(200) NOT NULL,
  `token_hash` varchar(64) NOT NULL,
  `office_id` bigint NOT NULL,
  `scopes` varchar(400) NOT NULL,
  `created_by` bigint,
  `created_at` bigint NOT NULL,
  `revoked_at` bigint,
  `last_used_at` bigint,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_api_token_token` (`token_hash`),
  INDEX `ix_api_token_office` (`office_id`),
  CONSTRAINT `fk_api_token_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_api_token_created_by` FOREIGN KEY (`created_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `sop` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `office_id` bigint NOT NULL,
  `number` varchar(100),
  `part` varchar(20) NOT NULL DEFAULT '',
  `title` varchar(500) NOT NULL,
  `retired_at` bigint,
  `created_at` bigint NOT NULL,
  `created_by` bigint,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_sop_number` (`office_id`, `number`, `part`),
  CONSTRAINT `fk_sop_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_sop_created_by` FOREIGN KEY (`created_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `sop_version` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `sop_id` bigint NOT NULL,
  `ordinal` int NOT NULL,
  `status` varchar(20) NOT NULL,
  `draft_slot` int,
  `revision` int NOT NULL,
  `document` longtext NOT NULL,
  `in_force_from` bigint,
  `enacted_at` bigint,
  `enacted_by` bigint,
  `submitted_at` bigint,
  `submitted_by` bigint,
  `created_at` bigint NOT NULL,
  `updated_at` bigint NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_sop_version_draft` (`sop_id`, `draft_slot`),
  UNIQUE INDEX `uq_sop_version_ordinal` (`sop_id`, `ordinal`),
  INDEX `ix_sop_version_in_force` (`sop_id`, `in_force_from`),
  CONSTRAINT `fk_sop_version_sop` FOREIGN KEY (`sop_id`) REFERENCES `sop` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_sop_version_enacted_by` FOREIGN KEY (`enacted_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_sop_version_submitted_by` FOREIGN KEY (`submitted_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `draft_edit` (
  `version_id` bigint NOT NULL,
  `revision` int NOT NULL,
  `at` bigint NOT NULL,
  `person_id` bigint,
  `edits` longtext NOT NULL,
  PRIMARY KEY (`version_id`, `revision`),
  CONSTRAINT `fk_draft_edit_version` FOREIGN KEY (`version_id`) REFERENCES `sop_version` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_draft_edit_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `review_note` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `version_id` bigint NOT NULL,
  `target_type` varchar(20) NOT NULL,
  `target_key` varchar(200) NOT NULL,
  `target_field` varchar(200),
  `text` longtext NOT NULL,
  `resolved_at` bigint,
  `resolved_by` bigint,
  `created_at` bigint NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `ix_review_note_version` (`version_id`),
  CONSTRAINT `fk_review_note_version` FOREIGN KEY (`version_id`) REFERENCES `sop_version` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_review_note_resolved_by` FOREIGN KEY (`resolved_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `holiday` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `on_date` varchar(10) NOT NULL,
  `kind` varchar(20) NOT NULL,
  `name` varchar(200) NOT NULL,
  `basis` varchar(500) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_holiday_day` (`on_date`, `kind`, `name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `working_calendar` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `office_id` bigint,
  `revision` int NOT NULL,
  `definition` longtext NOT NULL,
  `created_at` bigint NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_working_calendar_revision` (`office_id`, `revision`),
  CONSTRAINT `fk_working_calendar_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `instance` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `sop_id` bigint NOT NULL,
  `version_id` bigint NOT NULL,
  `office_id` bigint NOT NULL,
  `version` int NOT NULL,
  `status` varchar(20) NOT NULL,
  `title` varchar(500),
  `requester_id` bigint,
  `requester_name` varchar(200) NOT NULL,
  `started_by` bigint,
  `started_at` bigint NOT NULL,
  `ended_at` bigint,
  `last_event_at` bigint NOT NULL,
  `state` longtext NOT NULL,
  `head_hash` varchar(64) NOT NULL,
  `hold_reason` longtext,
  `parent_instance_id` bigint,
  `parent_visit` int,
  PRIMARY KEY (`id`),
  INDEX `ix_instance_office` (`office_id`, `id`),
  INDEX `ix_instance_sop` (`sop_id`, `id`),
  INDEX `ix_instance_requester` (`requester_id`, `id`),
  INDEX `ix_instance_parent` (`parent_instance_id`),
  CONSTRAINT `fk_instance_sop` FOREIGN KEY (`sop_id`) REFERENCES `sop` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_instance_version` FOREIGN KEY (`version_id`) REFERENCES `sop_version` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_instance_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_instance_requester` FOREIGN KEY (`requester_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_instance_started_by` FOREIGN KEY (`started_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_instance_parent_instance` FOREIGN KEY (`parent_instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `task` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `instance_id` bigint NOT NULL,
  `no` int NOT NULL,
  `visit` int NOT NULL,
  `node_key` varchar(100) NOT NULL,
  `lane_key` varchar(100) NOT NULL,
  `label` longtext,
  `position_id` bigint,
  `requester_id` bigint,
  `status` varchar(20) NOT NULL,
  `is_open` tinyint NOT NULL,
  `assignee_id` bigint,
  `opened_at` bigint NOT NULL,
  `claimed_at` bigint,
  `closed_at` bigint,
  `closed_by` bigint,
  `due_at` bigint,
  `due_sort` bigint NOT NULL,
  `outcome` varchar(100),
  `given` longtext,
  `comment` longtext,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_task_no` (`instance_id`, `no`),
  INDEX `ix_task_done` (`assignee_id`, `status`, `closed_at`, `id`),
  INDEX `ix_task_position_open` (`position_id`, `is_open`, `due_sort`, `id`),
  INDEX `ix_task_requester_open` (`requester_id`, `is_open`, `due_sort`, `id`),
  INDEX `ix_task_assignee_open` (`assignee_id`, `is_open`, `due_sort`, `id`),
  CONSTRAINT `fk_task_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_task_position` FOREIGN KEY (`position_id`) REFERENCES `position` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_task_requester` FOREIGN KEY (`requester_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_task_assignee` FOREIGN KEY (`assignee_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_task_closed_by` FOREIGN KEY (`closed_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `history_entry` (
  `instance_id` bigint NOT NULL,
  `seq` int NOT NULL,
  `at` bigint NOT NULL,
  `actor_type` varchar(20) NOT NULL,
  `actor_id` bigint,
  `actor_name` varchar(200) NOT NULL,
  `command` varchar(60) NOT NULL,
  `events` longtext NOT NULL,
  `hash` varchar(64) NOT NULL,
  PRIMARY KEY (`instance_id`, `seq`),
  CONSTRAINT `fk_history_entry_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `idempotency` (
  `actor` varchar(80) NOT NULL,
  `mutation` varchar(60) NOT NULL,
  `idem_key` varchar(200) NOT NULL,
  `body_hash` varchar(64) NOT NULL,
  `result` longtext NOT NULL,
  `created_at` bigint NOT NULL,
  PRIMARY KEY (`actor`, `mutation`, `idem_key`),
  INDEX `ix_idempotency_created` (`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0002-drafting

ALTER TABLE `draft_edit` ADD COLUMN `inverse` longtext;

ALTER TABLE `sop_version` ADD COLUMN `notes_revision` int;

ALTER TABLE `review_note` ADD COLUMN `created_by` bigint;

ALTER TABLE `review_note` ADD COLUMN `edited_at` bigint;

ALTER TABLE `office` ADD COLUMN `form_columns` longtext;

CREATE TABLE `version_action` (
  `version_id` bigint NOT NULL,
  `no` int NOT NULL,
  `kind` varchar(20) NOT NULL,
  `revision` int NOT NULL,
  `at` bigint NOT NULL,
  `person_id` bigint,
  `message` longtext,
  `source_version_id` bigint,
  `in_force_from` bigint,
  PRIMARY KEY (`version_id`, `no`),
  CONSTRAINT `fk_version_action_version` FOREIGN KEY (`version_id`) REFERENCES `sop_version` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_version_action_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `draft_presence` (
  `version_id` bigint NOT NULL,
  `person_id` bigint NOT NULL,
  `tab` varchar(64) NOT NULL,
  `focus` varchar(200),
  `can_edit` tinyint NOT NULL,
  `seen_at` bigint NOT NULL,
  PRIMARY KEY (`version_id`, `person_id`, `tab`),
  INDEX `ix_draft_presence_seen` (`seen_at`),
  CONSTRAINT `fk_draft_presence_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `discarded_draft` (
  `version_id` bigint NOT NULL,
  `office_id` bigint NOT NULL,
  `title` varchar(500) NOT NULL,
  `at` bigint NOT NULL,
  `person_id` bigint,
  PRIMARY KEY (`version_id`),
  CONSTRAINT `fk_discarded_draft_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_discarded_draft_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0003-acting-holders

CREATE TABLE `leave_report` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `person_id` bigint NOT NULL,
  `stand_in_id` bigint NOT NULL,
  `valid_from` bigint NOT NULL,
  `valid_until` bigint NOT NULL,
  `reported_at` bigint NOT NULL,
  `cancelled_by` bigint,
  `cancelled_at` bigint,
  PRIMARY KEY (`id`),
  INDEX `ix_leave_report_person` (`person_id`),
  CONSTRAINT `fk_leave_report_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_leave_report_stand_in` FOREIGN KEY (`stand_in_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_leave_report_cancelled_by` FOREIGN KEY (`cancelled_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE `position` ADD COLUMN `holders_revision` int;

ALTER TABLE `position_holder` ADD COLUMN `acting_as` varchar(3);

ALTER TABLE `position_holder` ADD COLUMN `stands_in_for` bigint;

ALTER TABLE `position_holder` ADD COLUMN `leave_id` bigint;

ALTER TABLE `position_holder` ADD COLUMN `appointed_by` bigint;

ALTER TABLE `position_holder` ADD COLUMN `appointed_at` bigint;

ALTER TABLE `position_holder` ADD COLUMN `changed_by` bigint;

ALTER TABLE `position_holder` ADD COLUMN `changed_at` bigint;

CREATE INDEX `ix_position_holder_leave` ON `position_holder` (`leave_id`);

-- 0004-receipts

CREATE TABLE `receipt` (
  `instance_id` bigint NOT NULL,
  `number` varchar(8) NOT NULL,
  `secret_hash` varchar(64) NOT NULL,
  `issue` int NOT NULL,
  `issued_at` bigint NOT NULL,
  PRIMARY KEY (`instance_id`),
  UNIQUE INDEX `uq_receipt_number` (`number`),
  CONSTRAINT `fk_receipt_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `receipt_reissue` (
  `instance_id` bigint NOT NULL,
  `issue` int NOT NULL,
  `at` bigint NOT NULL,
  `actor_type` varchar(20) NOT NULL,
  `actor_id` bigint,
  `actor_name` varchar(200) NOT NULL,
  PRIMARY KEY (`instance_id`, `issue`),
  CONSTRAINT `fk_receipt_reissue_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `catalogue_entry` (
  `version_id` bigint NOT NULL,
  `opens_to_requester` tinyint NOT NULL,
  `words` longtext NOT NULL,
  PRIMARY KEY (`version_id`),
  CONSTRAINT `fk_catalogue_entry_version` FOREIGN KEY (`version_id`) REFERENCES `sop_version` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0005-worklist

CREATE INDEX `ix_task_lane_open` ON `task` (`position_id`, `is_open`, `assignee_id`, `due_sort`, `id`);

DROP INDEX `ix_task_position_open` ON `task`;

CREATE INDEX `ix_task_due_open` ON `task` (`is_open`, `due_sort`, `id`);

CREATE INDEX `ix_task_instance_open` ON `task` (`instance_id`, `is_open`, `due_sort`, `id`);

CREATE TABLE `case_participant` (
  `person_id` bigint NOT NULL,
  `instance_id` bigint NOT NULL,
  PRIMARY KEY (`person_id`, `instance_id`),
  INDEX `ix_case_participant_instance` (`instance_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO `case_participant` (`person_id`, `instance_id`) SELECT w.person_id, w.instance_id FROM (SELECT requester_id AS person_id, id AS instance_id FROM instance
  WHERE ended_at IS NULL AND requester_id IS NOT NULL
  UNION SELECT started_by, id FROM instance WHERE ended_at IS NULL AND started_by IS NOT NULL
  UNION SELECT t.closed_by, t.instance_id FROM task t JOIN instance i ON i.id = t.instance_id
  WHERE i.ended_at IS NULL AND t.closed_by IS NOT NULL) w WHERE NOT EXISTS
  (SELECT 1 FROM case_participant c WHERE c.person_id = w.person_id AND c.instance_id = w.instance_id);

CREATE TABLE `saved_view` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `person_id` bigint NOT NULL,
  `name` varchar(80) NOT NULL,
  `definition` longtext NOT NULL,
  `created_at` bigint NOT NULL,
  `updated_at` bigint NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_saved_view_name` (`person_id`, `name`),
  CONSTRAINT `fk_saved_view_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0006-log-tail

CREATE INDEX `ix_history_entry_at` ON `history_entry` (`at`);

-- 0007-connected-cases

CREATE TABLE `waiting_call` (
  `instance_id` bigint NOT NULL,
  `visit` int NOT NULL,
  `sop_id` bigint NOT NULL,
  `reason` varchar(20) NOT NULL,
  `since` bigint NOT NULL,
  PRIMARY KEY (`instance_id`, `visit`),
  INDEX `ix_waiting_call_sop` (`sop_id`),
  CONSTRAINT `fk_waiting_call_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE `office` ADD COLUMN `missing_requirements` varchar(20);

-- 0008-audit-trail

CREATE TABLE `audit_entry` (
  `seq` bigint NOT NULL,
  `at` bigint NOT NULL,
  `actor_type` varchar(20) NOT NULL,
  `actor_id` bigint,
  `actor_name` varchar(200) NOT NULL,
  `office_id` bigint,
  `action` varchar(60) NOT NULL,
  `subject_type` varchar(40) NOT NULL,
  `subject_id` bigint,
  `subject_name` varchar(500) NOT NULL,
  `changes` longtext NOT NULL,
  `hash` varchar(64) NOT NULL,
  PRIMARY KEY (`seq`),
  INDEX `ix_audit_entry_office` (`office_id`, `seq`),
  INDEX `ix_audit_entry_actor` (`actor_id`, `seq`),
  INDEX `ix_audit_entry_subject` (`subject_type`, `subject_id`, `seq`),
  INDEX `ix_audit_entry_action` (`action`, `seq`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE `position` ADD COLUMN `superior_id` bigint;

-- 0009-calendar-changes

CREATE TABLE `calendar_change` (
  `seq` bigint NOT NULL,
  `at` bigint NOT NULL,
  `actor_type` varchar(20) NOT NULL,
  `actor_id` bigint,
  `actor_name` varchar(200) NOT NULL,
  `kind` varchar(20) NOT NULL,
  `office_id` bigint,
  `holiday_year` int,
  `changes` longtext NOT NULL,
  `holidays_before` longtext,
  `moved_cases` int NOT NULL,
  `moved_tasks` int NOT NULL,
  `settled_at` bigint,
  PRIMARY KEY (`seq`),
  INDEX `ix_calendar_change_office` (`office_id`, `seq`),
  INDEX `ix_calendar_change_kind` (`kind`, `seq`),
  INDEX `ix_calendar_change_settled` (`settled_at`, `seq`),
  CONSTRAINT `fk_calendar_change_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE `instance` ADD COLUMN `calendar_stamp` bigint;

UPDATE `instance` SET `calendar_stamp` = 0 WHERE ended_at IS NULL;

CREATE INDEX `ix_instance_calendar` ON `instance` (`office_id`, `calendar_stamp`);

-- 0010-notices

CREATE TABLE `notice` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `at` bigint NOT NULL,
  `kind` varchar(40) NOT NULL,
  `person_id` bigint,
  `position_id` bigint,
  `except_id` bigint,
  `instance_id` bigint,
  `task_no` int,
  `version_id` bigint,
  `details` longtext,
  `mail` tinyint NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `ix_notice_person` (`person_id`, `at`, `id`),
  INDEX `ix_notice_position` (`position_id`, `at`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE INDEX `ix_notice_mail` ON `notice` (`mail`, `id`);

CREATE TABLE `notice_read` (
  `person_id` bigint NOT NULL,
  `notice_id` bigint NOT NULL,
  PRIMARY KEY (`person_id`, `notice_id`),
  INDEX `ix_notice_read_notice` (`notice_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `notice_setting` (
  `person_id` bigint NOT NULL,
  `mail_mode` varchar(10) NOT NULL,
  `switched` longtext NOT NULL,
  `read_until` bigint NOT NULL,
  `digested_at` bigint NOT NULL,
  PRIMARY KEY (`person_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `notice_once` (
  `name` varchar(150) NOT NULL,
  `at` bigint NOT NULL,
  PRIMARY KEY (`name`),
  INDEX `ix_notice_once_at` (`at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

ALTER TABLE `person` ADD COLUMN `email` varchar(254);

ALTER TABLE `office` ADD COLUMN `reminders` longtext;

ALTER TABLE `sop` ADD COLUMN `reminders` longtext;

ALTER TABLE `task` ADD COLUMN `attention_at` bigint NOT NULL DEFAULT '0';

ALTER TABLE `task` ADD COLUMN `reminded` int NOT NULL DEFAULT '0';

CREATE INDEX `ix_task_attention` ON `task` (`is_open`, `attention_at`, `id`);

-- 0011-outbox

CREATE TABLE `outbox` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `message_id` varchar(36) NOT NULL,
  `channel` varchar(40) NOT NULL,
  `message_key` varchar(200) NOT NULL,
  `ordinal` bigint NOT NULL,
  `payload` longtext NOT NULL,
  `created_at` bigint NOT NULL,
  `due_at` bigint NOT NULL,
  `give_up_at` bigint NOT NULL,
  `is_waiting` tinyint NOT NULL,
  `owner` varchar(40),
  `until` bigint NOT NULL,
  `attempt` int NOT NULL,
  `failures` int NOT NULL,
  `last_error` varchar(500),
  `outcome` varchar(20),
  `ended_at` bigint,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_outbox_message` (`message_id`),
  INDEX `ix_outbox_due` (`channel`, `is_waiting`, `due_at`, `id`),
  INDEX `ix_outbox_key` (`message_key`, `is_waiting`, `ordinal`, `id`),
  INDEX `ix_outbox_ended` (`ended_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `webhook_endpoint` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `name` varchar(200) NOT NULL,
  `url` varchar(2000) NOT NULL,
  `office_id` bigint,
  `events` varchar(1000) NOT NULL,
  `state` varchar(20) NOT NULL,
  `secret` varchar(100) NOT NULL,
  `previous_secret` varchar(100),
  `previous_until` bigint,
  `failing_since` bigint,
  `last_success_at` bigint,
  `since` bigint NOT NULL,
  `paused_at` bigint,
  `deleted_at` bigint,
  `created_by` bigint,
  `created_at` bigint NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `fk_webhook_endpoint_office` FOREIGN KEY (`office_id`) REFERENCES `office` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION,
  CONSTRAINT `fk_webhook_endpoint_author` FOREIGN KEY (`created_by`) REFERENCES `person` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `webhook_delivery` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `message_id` varchar(36) NOT NULL,
  `endpoint_id` bigint NOT NULL,
  `event` varchar(40) NOT NULL,
  `event_at` bigint NOT NULL,
  `body` longtext NOT NULL,
  `state` varchar(20) NOT NULL,
  `attempts` int NOT NULL,
  `created_at` bigint NOT NULL,
  `attempted_at` bigint NOT NULL,
  `next_at` bigint,
  `status` int,
  `duration` int,
  `failure` varchar(40),
  `answer` varchar(1000),
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_webhook_delivery_message` (`message_id`),
  INDEX `ix_webhook_delivery_endpoint` (`endpoint_id`, `created_at`, `id`),
  INDEX `ix_webhook_delivery_state` (`endpoint_id`, `state`, `created_at`, `id`),
  INDEX `ix_webhook_delivery_age` (`created_at`),
  CONSTRAINT `fk_webhook_delivery_endpoint` FOREIGN KEY (`endpoint_id`) REFERENCES `webhook_endpoint` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0012-stored-files

CREATE TABLE `stored_file` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `store_key` varchar(64) NOT NULL,
  `owner` varchar(80) NOT NULL,
  `name` varchar(200) NOT NULL,
  `size` bigint NOT NULL,
  `received` bigint NOT NULL,
  `parts` longtext NOT NULL,
  `state` varchar(20) NOT NULL,
  `problem` varchar(40),
  `media_type` varchar(100),
  `sha256` varchar(64),
  `created_at` bigint NOT NULL,
  `expires_at` bigint NOT NULL,
  `lease_until` bigint NOT NULL,
  `attempt` int NOT NULL,
  `instance_id` bigint,
  `task_no` int,
  `purpose` varchar(20),
  `purpose_text` longtext,
  `attached_at` bigint,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `uq_stored_file_key` (`store_key`),
  INDEX `ix_stored_file_instance` (`instance_id`, `id`),
  INDEX `ix_stored_file_state` (`state`, `expires_at`),
  INDEX `ix_stored_file_owner` (`owner`, `state`),
  CONSTRAINT `fk_stored_file_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- 0013-people-administration

ALTER TABLE `office` ADD COLUMN `revision` int;

ALTER TABLE `person` ADD COLUMN `revision` int;

ALTER TABLE `position` ADD COLUMN `revision` int;

ALTER TABLE `position` ADD COLUMN `retired_at` bigint;

-- 0014-sop-lifecycle

ALTER TABLE `sop` ADD COLUMN `lifecycle_revision` int;

-- 0015-ledger

CREATE TABLE `ledger_pending` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `instance_id` bigint NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `ledger_case` (
  `instance_id` bigint NOT NULL,
  `office_id` bigint NOT NULL,
  `version_id` bigint NOT NULL,
  `seq` int NOT NULL,
  `stamp` bigint NOT NULL,
  `is_open` tinyint NOT NULL,
  `started_at` bigint NOT NULL,
  `ended_at` bigint,
  `ending` varchar(20),
  `last_at` bigint NOT NULL,
  `lead` bigint,
  `tail` longtext,
  `tally` longtext,
  PRIMARY KEY (`instance_id`),
  INDEX `ix_ledger_case_open` (`office_id`, `is_open`, `stamp`, `version_id`),
  INDEX `ix_ledger_case_started` (`version_id`, `started_at`, `instance_id`),
  INDEX `ix_ledger_case_ended` (`version_id`, `ending`, `ended_at`, `instance_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `ledger_cell` (
  `version_id` bigint NOT NULL,
  `grain` varchar(1) NOT NULL,
  `start` int NOT NULL,
  `revision` int NOT NULL,
  `counts` longtext NOT NULL,
  `times` longtext NOT NULL,
  `people` longtext NOT NULL,
  PRIMARY KEY (`version_id`, `grain`, `start`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `ledger_stay` (
  `instance_id` bigint NOT NULL,
  `no` int NOT NULL,
  `version_id` bigint NOT NULL,
  `lane_key` varchar(100) NOT NULL,
  `node_key` varchar(100) NOT NULL,
  `is_rework` tinyint NOT NULL,
  `is_returned` tinyint NOT NULL,
  `opened_at` bigint NOT NULL,
  `ended_at` bigint,
  `ending` varchar(20),
  `person_id` bigint,
  `due_at` bigint,
  `queue` bigint NOT NULL,
  `work` bigint NOT NULL,
  `elsewhere` bigint NOT NULL,
  `held` bigint NOT NULL,
  `givers` longtext,
  PRIMARY KEY (`instance_id`, `no`),
  INDEX `ix_ledger_stay_opened` (`version_id`, `lane_key`, `opened_at`, `instance_id`, `no`),
  INDEX `ix_ledger_stay_ended` (`version_id`, `lane_key`, `ended_at`, `instance_id`, `no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

CREATE TABLE `ledger_state` (
  `no` int NOT NULL,
  `is_clearing` tinyint NOT NULL,
  `queued_to` bigint NOT NULL,
  `turn` int NOT NULL,
  PRIMARY KEY (`no`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO `ledger_pending` (`instance_id`) SELECT i.id FROM instance i WHERE i.version > 0
      AND NOT EXISTS (SELECT 1 FROM ledger_case c WHERE c.instance_id = i.id);

-- 0016-held-cases

CREATE TABLE `held_case` (
  `instance_id` bigint NOT NULL,
  `since` bigint NOT NULL,
  `by_parent` tinyint NOT NULL,
  PRIMARY KEY (`instance_id`),
  CONSTRAINT `fk_held_case_instance` FOREIGN KEY (`instance_id`) REFERENCES `instance` (`id`) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

INSERT INTO `held_case` (`instance_id`, `since`, `by_parent`) SELECT i.id, COALESCE((SELECT MAX(h.at) FROM history_entry h
    WHERE h.instance_id = i.id AND h.command = 'HOLD'), i.last_event_at),
  CASE WHEN i.state LIKE '%"heldByParent":true%' THEN 1 ELSE 0 END
  FROM instance i WHERE i.status = 'HELD'
  AND NOT EXISTS (SELECT 1 FROM held_case c WHERE c.instance_id = i.id);

-- 0017-rule-levels

ALTER TABLE `office` ADD COLUMN `rule_levels` longtext;
