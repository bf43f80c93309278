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
] as const;

export type AuditAction = (typeof auditActions)[number];

/** What an entry is about, by its GraphQL type, or by a word of its own where it has none. */
export const auditSubjectTypes = ["Person", "Sop", "Office"] as const;

export type AuditSubjectType = (typeof auditSubjectTypes)[number];
