import { addWorkingTime, workingTimeBetween, type WorkingCalendar } from "../../domain/index.js";
import type { CaseHead } from "../persistence/case-store.js";
import type { Row, Statement, Tx } from "../persistence/database.js";
import type { EnactedVersion } from "./enacted-version.js";

interface Deadline extends Row {
  readonly no: number;
  readonly nodeKey: string;
  readonly dueAt: number;
}

/**
 * The writes that give the open tasks of a held case the time that was left to them when it was held.
 * `at` is when it goes on. What was late by then stays late.
 */
export async function resumedDeadlines(
  tx: Tx,
  head: CaseHead,
  { plan }: EnactedVersion,
  calendar: WorkingCalendar,
  at: number,
): Promise<Statement[]> {
  // Nothing else can happen to a held case, so its last event is that it was held.
  const heldAt = head.lastEventAt;
  const open = await tx.all<Deadline>(
    `SELECT no, node_key AS nodeKey, due_at AS dueAt FROM task
      WHERE instance_id = ? AND is_open = 1 AND due_at > ?`,
    [head.instanceId, heldAt],
  );
  return open.flatMap(({ no, nodeKey, dueAt }) => {
    const runsAlways = plan.nodes.get(nodeKey)?.standardTime?.unit === "CALENDAR_DAY";
    const left = workingTimeBetween(calendar, heldAt, dueAt);
    const due = runsAlways
      ? at + (dueAt - heldAt)
      : addWorkingTime(calendar, at, { value: left / 60_000, unit: "MINUTE" });
    if (due === null) return [];
    return [
      {
        sql: "UPDATE task SET due_at = ?, due_sort = ? WHERE instance_id = ? AND no = ?",
        params: [due, due, head.instanceId, no],
        expect: 1,
      },
    ];
  });
}
