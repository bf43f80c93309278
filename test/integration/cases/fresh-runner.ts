import type { Database } from "../../../server/persistence/database.js";
import { CaseRunner } from "../../../server/runtime/case-runner.js";
import { changeBusOf } from "../../../server/runtime/change-bus.js";
import { EnactedVersions } from "../../../server/runtime/enacted-version.js";
import { NoticeBoard } from "../../../server/runtime/notices/notice-board.js";
import { ReminderBook } from "../../../server/runtime/reminders/reminder-book.js";
import { WorkingCalendars } from "../../../server/runtime/working-calendars.js";

/** Runs commands as a server does that has just come up, and that remembers these calendars. */
export const freshRunner = (
  database: Database,
  calendars: WorkingCalendars = new WorkingCalendars(),
): CaseRunner =>
  new CaseRunner(
    new EnactedVersions(),
    calendars,
    changeBusOf(database),
    new NoticeBoard(database, false),
    new ReminderBook(),
  );
