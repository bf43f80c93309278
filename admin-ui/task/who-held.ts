import { loggedEvents, type LogEntry } from "./logged-events.js";

/** Who put a case on hold last, and when. */
export interface Holding {
  readonly by: string;
  readonly at: string;
}

export function whoHeld(history: readonly LogEntry[]): Holding | null {
  const entry = history.findLast((one) =>
    loggedEvents(one).some(({ type }) => type === "CASE_HELD"),
  );
  return entry === undefined ? null : { by: entry.actorName, at: entry.at };
}
