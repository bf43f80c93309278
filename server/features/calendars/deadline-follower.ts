import type { Context } from "../../kernel/context.js";
import type { DeadlineMover } from "../../runtime/deadline-mover.js";
import type { WorkingCalendars } from "../../runtime/working-calendars.js";

/** What a server does at once when a calendar was saved on it; the others hear of it by themselves. */
export class DeadlineFollower {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly mover: DeadlineMover,
    private readonly makeContext: () => Context,
  ) {}

  /** Forgets what was remembered of the office (`null`: of all), and lets open deadlines follow. */
  follow(officeId: number | null): void {
    this.calendars.forget(officeId);
    // What fails here is found and done again by the mover's own clock, which tells of it.
    void this.mover.run(this.makeContext()).catch(() => undefined);
  }
}
