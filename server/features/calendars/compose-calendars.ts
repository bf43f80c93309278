import { systemContext } from "../../kernel/system-context.js";
import type { Database } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import { DeadlineMover } from "../../runtime/deadline-mover.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";
import { CalendarChangeResolver, CalendarResolver } from "./calendar-resolver.js";
import { CalendarService } from "./calendar-service.js";
import { DeadlineFollower } from "./deadline-follower.js";
import { HolidayResolver } from "./holiday-resolver.js";
import { HolidayService } from "./holiday-service.js";

interface Parts {
  readonly database: Database;
  readonly now: () => number;
  readonly runner: CaseRunner;
  readonly calendars: WorkingCalendars;
}

/** Wires calendars and holidays, and what has deadlines follow them; nothing is moved yet. */
export function composeCalendars({ database, now, runner, calendars }: Parts) {
  const mover = new DeadlineMover(database, runner);
  const follower = new DeadlineFollower(calendars, mover, () => systemContext("Alur", now));
  return {
    resolvers: [
      new CalendarResolver(new CalendarService(database, follower), runner.versions),
      new CalendarChangeResolver(),
      new HolidayResolver(new HolidayService(database, follower), runner.versions),
    ],
    mover,
    follower,
  };
}
