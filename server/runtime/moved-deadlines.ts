import {
  type Hold,
  type MovedDeadline,
  taskDeadline,
  type WorkingCalendar,
} from "../../domain/index.js";
import type { Reader } from "../persistence/database.js";
import { findHolds, findOpenDeadlines } from "../persistence/deadline-store.js";
import type { EnactedVersion } from "./enacted-version.js";

/**
 * The open deadlines of cases that are others by `calendar`, by case. They are counted from when the
 * task opened, so that it does not matter by which calendars they were counted before.
 */
export async function movedDeadlines(
  reader: Reader,
  calendar: WorkingCalendar,
  cases: readonly { readonly instanceId: number; readonly version: EnactedVersion }[],
): Promise<ReadonlyMap<number, readonly MovedDeadline[]>> {
  const ids = cases.map(({ instanceId }) => instanceId);
  const moved = new Map<number, MovedDeadline[]>();
  if (ids.length === 0) return moved;
  const versions = new Map(cases.map(({ instanceId, version }) => [instanceId, version]));
  const deadlines = await findOpenDeadlines(reader, ids);
  const holds = await findHolds(reader, ids);
  for (const { instanceId, no, nodeKey, openedAt, dueAt } of deadlines) {
    const standardTime = versions.get(instanceId)?.plan.nodes.get(nodeKey)?.standardTime;
    if (!standardTime) continue;
    const over = (holds.get(instanceId) ?? []).filter((hold) => hold.resumedAt !== null);
    const to = taskDeadline(calendar, { openedAt, standardTime }, over as readonly Hold[]);
    if (to === null || to === dueAt) continue;
    const list = moved.get(instanceId) ?? [];
    moved.set(instanceId, [...list, { task: no, from: dueAt, to }]);
  }
  return moved;
}
