import { loggedEvents, type LogEntry } from "./logged-events.js";

/** Why a case is at a step once more. */
export interface CameBack {
  readonly how: "RETURNED" | "RECALLED";
  readonly by: string;
  readonly at: string;
  /** Why it was returned; a recall gives no reason. */
  readonly reason: string | null;
  /** The task, 1, 2, 3 … within the case, from which it was sent back or that was recalled. */
  readonly task: number | null;
}

const howOf: Readonly<Record<string, CameBack["how"]>> = {
  CASE_RETURNED: "RETURNED",
  CASE_RECALLED: "RECALLED",
};

/** What opened the visit, where that was somebody who sent the case back to it; else `null`. */
export function cameBack(history: readonly LogEntry[], visit: number): CameBack | null {
  for (const entry of history) {
    const events = loggedEvents(entry);
    if (!events.some((event) => event.type === "VISIT_OPENED" && event.visit === visit)) continue;
    const back = events.find(({ type }) => howOf[type] !== undefined);
    const how = howOf[back?.type ?? ""];
    if (back === undefined || how === undefined) return null;
    const { reason = null, task = null } = back;
    return { how, by: entry.actorName, at: entry.at, reason, task };
  }
  return null;
}
