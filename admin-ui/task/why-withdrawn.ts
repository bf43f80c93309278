import { loggedEvents, type LogEntry } from "./logged-events.js";

/** Why a task is nobody's any more. */
export interface Withdrawal {
  readonly how: "RETURNED" | "RECALLED" | "CANCELLED" | "OTHER_DONE";
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

const howOf: Readonly<Record<string, Withdrawal["how"]>> = {
  CASE_RETURNED: "RETURNED",
  CASE_RECALLED: "RECALLED",
  CASE_CANCELLED: "CANCELLED",
  // Of an any-of step, or with the case's end.
  TASK_DONE: "OTHER_DONE",
};

/** What withdrew the task, or undid it after it was done; `null` where the log does not say. */
export function whyWithdrawn(
  history: readonly LogEntry[],
  { task, visit }: { readonly task: number; readonly visit: number },
): Withdrawal | null {
  for (const entry of history.toReversed()) {
    const events = loggedEvents(entry);
    const ends = events.some(
      (event) =>
        (event.type === "TASK_WITHDRAWN" && event.task === task) ||
        (event.type === "VISIT_UNDONE" && event.visit === visit),
    );
    if (!ends) continue;
    const cause = events.find(({ type }) => howOf[type] !== undefined);
    const how = howOf[cause?.type ?? ""];
    if (how === undefined) return null;
    return { how, by: entry.actorName, at: entry.at, reason: cause?.reason ?? null };
  }
  return null;
}
