/**
 * What the audit trail tells of: everything that changes people, offices and settings. A name is
 * stored and never changes; its words are in the interface's texts (`audit.actions`).
 */
export const auditActions = [
  "OFFICE_CREATED",
  "OFFICE_UPDATED",
  "FORM_COLUMNS_SET",
  "MISSING_REQUIREMENTS_SET",
  "RULE_LEVELS_SET",
  "POSITION_CREATED",
  "POSITION_UPDATED",
  "POSITION_RETIRED",
  "POSITION_RESTORED",
  "PERSON_CREATED",
  "PERSON_UPDATED",
  "PERSON_ROLES_SET",
  "PERSON_MOVED",
  "PERSON_DISABLED",
  "PERSON_ENABLED",
  "TASKS_HANDED_ON",
  "PASSWORD_RESET",
  "PERSON_EMAIL",
  "SOP_REMINDERS",
  "OFFICE_REMINDERS",
  "PEOPLE_IMPORTED",
  "HOLDER_APPOINTED",
  "APPOINTMENT_CHANGED",
  "APPOINTMENT_ENDED",
  "LEAVE_CANCELLED",
  "TOKEN_CREATED",
  "TOKEN_REVOKED",
  "SOP_CREATED",
  "SOP_REVISED",
  "SOP_RENUMBERED",
  "SOP_SUBMITTED",
  "SOP_SUBMISSION_WITHDRAWN",
  "SOP_SENT_BACK",
  "SOP_ENACTED",
  "SOP_UNSCHEDULED",
  "SOP_RETIRED",
  "SOP_DRAFT_DISCARDED",
  "WEBHOOK_CREATED",
  "WEBHOOK_CHANGED",
  "WEBHOOK_PAUSED",
  "WEBHOOK_FAILED",
  "WEBHOOK_RESUMED",
  "WEBHOOK_SECRET_ROTATED",
  "WEBHOOK_DELETED",
  "CALENDAR_CHANGED",
  "CALENDAR_DROPPED",
  "HOLIDAYS_CHANGED",
  "DEADLINES_MOVED",
  "DATABASE_RESTORED",
] as const;

export type AuditAction = (typeof auditActions)[number];

/** What an entry is about, by its GraphQL type, or by a word of its own where it has none. */
export const auditSubjectTypes = [
  "Person",
  "Sop",
  "Office",
  "Position",
  "ApiToken",
  "WebhookEndpoint",
  "WorkingCalendar",
  "Holidays",
  "Database",
] as const;

export type AuditSubjectType = (typeof auditSubjectTypes)[number];
