import { type Hold, taskDeadline, type WorkingCalendar } from "../../domain/index.js";
import { moveDeadline, wakeReminders } from "../persistence/case-store.js";
import type { Statement, Tx } from "../persistence/database.js";
import { findHolds, findOpenDeadlines, type OpenDeadline } from "../persistence/deadline-store.js";
import type { EnactedVersion } from "./enacted-version.js";

/** The writes that give a held case's open tasks the time that they had left when it was held. */
export async function resumeDeadlines(
  tx: Tx,
  calendar: WorkingCalendar,
  version: EnactedVersion,
  { instanceId, at }: { readonly instanceId: number; readonly at: number },
): Promise<Statement[]> {
  const holds = (await findHolds(tx, [instanceId])).get(instanceId) ?? [];
  const over = holds.map(({ heldAt, resumedAt }) => ({ heldAt, resumedAt: resumedAt ?? at }));
  const deadlines = await findOpenDeadlines(tx, [instanceId]);
  return resumedDeadlines(calendar, version, instanceId, { holds: over, deadlines });
}

/** The same of what is known of the case: its holds, all over now, and its open tasks with a deadline. */
export function resumedDeadlines(
  calendar: WorkingCalendar,
  version: EnactedVersion,
  instanceId: number,
  known: {
    readonly holds: readonly Hold[];
    readonly deadlines: readonly Pick<OpenDeadline, "no" | "nodeKey" | "openedAt" | "dueAt">[];
  },
): Statement[] {
  const moves = known.deadlines.flatMap(({ no, nodeKey, openedAt, dueAt }) => {
    const standardTime = version.plan.nodes.get(nodeKey)?.standardTime;
    if (!standardTime) return [];
    const moved = taskDeadline(calendar, { openedAt, standardTime }, known.holds) ?? dueAt;
    return moved === dueAt ? [] : [moveDeadline(instanceId, no, moved)];
  });
  return [wakeReminders(instanceId), ...moves];
}
