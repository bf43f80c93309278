/**
 * The context of a query that lists things: read again after a change of such a thing, even while
 * the list is empty and shows no type at all. Made once: a new object would be a new query.
 */
const context = (...names: string[]) => ({ additionalTypenames: names });

export const showsTasks = context("Task", "Instance");
export const showsCases = context("Instance", "Task");
export const showsStuck = context("Task", "Instance", "Position", "Appointment", "Leave");
export const showsSops = context("Sop", "SopVersion");
/** By its rules an office says what of an SOP would be refused. */
export const showsFaultySops = context("Sop", "SopVersion", "Office");
export const showsPeople = context("Person");
export const showsViews = context("SavedView");
export const showsPositions = context("Position", "Appointment", "Leave", "Person");
export const showsOffices = context("Office");
export const showsAudit = context(
  "AuditEntry",
  ...["Person", "Position", "Office", "Appointment", "Leave", "ApiToken", "Sop", "SopVersion"],
);
export const showsCalendars = context("WorkingCalendar", "HolidayYear", "CalendarChange");
export const showsTokens = context("ApiToken");
export const showsNotices = context("Notification", "NotificationCount", "NotificationSettings");
export const showsMail = context("MailState");
export const showsReminders = context("Sop", "Office", "Reminders");
export const showsWebhooks = context("WebhookEndpoint");
export const showsDeliveries = context("WebhookDelivery");
