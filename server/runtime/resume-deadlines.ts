import { remainingDeadline, type WorkingCalendar } from "../../domain/index.js";
import {
  findHeldAt,
  findOpenDeadlines,
  moveDeadline,
  wakeReminders,
} from "../persistence/case-store.js";
import type { Statement, Tx } from "../persistence/database.js";
import type { EnactedVersion } from "./enacted-version.js";

/** The writes that give a held case's open tasks the time that they had left when it was held. */
export async function resumeDeadlines(
  tx: Tx,
  calendar: WorkingCalendar,
  version: EnactedVersion,
  { instanceId, at }: { readonly instanceId: number; readonly at: number },
): Promise<Statement[]> {
  const heldAt = await findHeldAt(tx, instanceId);
  if (heldAt === null) return [];
  const deadlines = await findOpenDeadlines(tx, instanceId);
  const moves = deadlines.flatMap(({ no, nodeKey, dueAt }) => {
    const unit = version.plan.nodes.get(nodeKey)?.standardTime?.unit;
    if (!unit) return [];
    const moved = remainingDeadline(calendar, unit, { dueAt, heldAt, resumedAt: at });
    return moved === dueAt ? [] : [moveDeadline(instanceId, no, moved)];
  });
  return [wakeReminders(instanceId), ...moves];
}
