import type { TimeUnit } from "../sop/graph.js";
import { addWorkingMilliseconds } from "./add-working-time.js";
import type { WorkingCalendar } from "./working-calendar.js";
import { workingTimeBetween } from "./working-time-between.js";

/**
 * The deadline of a task after its case was held: what was left when it was held, counted from when
 * it goes on. A deadline that had passed already stays where it is. Times in epoch milliseconds.
 */
export function remainingDeadline(
  calendar: WorkingCalendar,
  unit: TimeUnit,
  { dueAt, heldAt, resumedAt }: { dueAt: number; heldAt: number; resumedAt: number },
): number {
  if (dueAt <= heldAt) return dueAt;
  if (unit === "CALENDAR_DAY") return dueAt + (resumedAt - heldAt);
  const left = workingTimeBetween(calendar, heldAt, dueAt);
  return addWorkingMilliseconds(calendar, resumedAt, left) ?? dueAt;
}
