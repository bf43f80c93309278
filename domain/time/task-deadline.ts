import type { StandardTime } from "../sop/graph.js";
import { addWorkingTime } from "./add-working-time.js";
import { remainingDeadline } from "./remaining-deadline.js";
import type { WorkingCalendar } from "./working-calendar.js";

/** A hold of the case that is over, in epoch milliseconds. */
export interface Hold {
  readonly heldAt: number;
  readonly resumedAt: number;
}

/**
 * The deadline of a task by what was promised: so much working time from when it opened, without the
 * time for which its case was held since. It rests on the calendar and on what happened, and on no
 * deadline before it, so that it may be found again at any time. Epoch milliseconds; `null` as for
 * `addWorkingTime`.
 */
export function taskDeadline(
  calendar: WorkingCalendar,
  task: { readonly openedAt: number; readonly standardTime: StandardTime },
  holds: readonly Hold[],
): number | null {
  const { openedAt, standardTime } = task;
  let dueAt = addWorkingTime(calendar, openedAt, standardTime);
  for (const hold of holds) {
    if (dueAt === null) return null;
    const { resumedAt } = hold;
    if (resumedAt <= openedAt) continue;
    const heldAt = Math.max(hold.heldAt, openedAt);
    dueAt = remainingDeadline(calendar, standardTime.unit, { dueAt, heldAt, resumedAt });
  }
  return dueAt;
}
