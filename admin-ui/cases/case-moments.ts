import { applyEvent, type CaseEvent, type CaseState, unstarted } from "../../domain/index.js";
import { eventsOf, type LogEntry } from "./case-log.js";

/** How a case stood right after one entry of its log. */
export interface Moment {
  readonly seq: number;
  readonly at: string;
  readonly state: CaseState;
}

/** Every moment of a case, oldest first: the fold of its log, entry by entry. */
export function momentsOf(log: readonly LogEntry[]): readonly Moment[] {
  let state = unstarted;
  return log.map((entry) => {
    // The engine only keeps and compares ids; here they are the API's, and it need not know.
    for (const event of eventsOf(entry)) state = applyEvent(state, event as unknown as CaseEvent);
    return { seq: entry.seq, at: entry.at, state };
  });
}

/** Whoever has the task at that moment, by the API's id. */
export const assigneeOf = ({ assignee }: CaseState["tasks"][number]): string | null =>
  assignee === null ? null : String(assignee);

/**
 * Which moment is meant by `?seq=`: the last one up to it. `null` is now, and so is whatever is no
 * number, or past the end.
 */
export function momentAt(moments: readonly Moment[], seq: number | null): Moment | null {
  const last = moments.at(-1);
  if (seq === null || !Number.isInteger(seq) || last === undefined || seq >= last.seq) return null;
  return moments.findLast((moment) => moment.seq <= seq) ?? moments[0] ?? null;
}
