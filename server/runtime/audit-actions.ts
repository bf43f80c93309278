/**
 * What the audit trail tells of: everything that changes people, offices and settings. A name is
 * stored and never changes; its words are in the interface's texts (`audit.actions`).
 */
export const auditActions = [
  "PERSON_DISABLED",
  "PERSON_ENABLED",
  "PASSWORD_RESET",
  "PERSON_EMAIL",
  "SOP_REMINDERS",
  "OFFICE_REMINDERS",
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
] as const;

export type AuditAction = (typeof auditActions)[number];

/** What an entry is about, by its GraphQL type, or by a word of its own where it has none. */
export const auditSubjectTypes = [
  "Person",
  "Sop",
  "Office",
  "WebhookEndpoint",
  "WorkingCalendar",
  "Holidays",
] as const;
export type AuditSubjectType = (typeof auditSubjectTypes)[number];
