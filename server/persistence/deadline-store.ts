import type { CaseHead } from "./case-store.js";
import type { Reader, Row, Statement, Tx } from "./database.js";
import { placeholders } from "./placeholders.js";

/** The deadlines of open tasks, the holds that they waited through, and which calendar counted them. */

export interface OpenDeadline extends Row {
  readonly instanceId: number;
  readonly no: number;
  readonly nodeKey: string;
  readonly openedAt: number;
  readonly dueAt: number;
}

/** Of the cases, the open tasks that have a deadline. */
export const findOpenDeadlines = (
  reader: Reader,
  instanceIds: readonly number[],
): Promise<OpenDeadline[]> =>
  reader.all<OpenDeadline>(
    `SELECT instance_id AS instanceId, no, node_key AS nodeKey, opened_at AS openedAt,
      due_at AS dueAt FROM task WHERE instance_id IN (${placeholders(instanceIds)})
      AND is_open = 1 AND due_at IS NOT NULL ORDER BY instance_id, no`,
    instanceIds,
  );

interface HoldingEntry extends Row {
  readonly instanceId: number;
  readonly at: number;
  readonly command: string;
}

/** When a case was held and resumed, in its order; the last `resumedAt` is null while it is held. */
export interface HoldTimes {
  readonly heldAt: number;
  readonly resumedAt: number | null;
}

export async function findHolds(
  reader: Reader,
  instanceIds: readonly number[],
): Promise<ReadonlyMap<number, readonly HoldTimes[]>> {
  const rows = await reader.all<HoldingEntry>(
    `SELECT instance_id AS instanceId, at, command FROM history_entry
      WHERE instance_id IN (${placeholders(instanceIds)}) AND command IN ('HOLD', 'RESUME')
      ORDER BY instance_id, seq`,
    instanceIds,
  );
  const holds = new Map<number, HoldTimes[]>();
  for (const { instanceId, at, command } of rows) {
    const list = holds.get(instanceId) ?? [];
    holds.set(instanceId, list);
    const last = list.at(-1);
    if (command === "HOLD") list.push({ heldAt: at, resumedAt: null });
    else if (last) list[list.length - 1] = { ...last, resumedAt: at };
  }
  return holds;
}

export interface StampedHead extends CaseHead {
  readonly status: string;
}

/** Cases of the office whose deadlines were counted by an older calendar than `stamp`. */
export const findOutdatedCases = (
  tx: Tx,
  officeId: number,
  stamp: number,
  count: number,
): Promise<StampedHead[]> =>
  tx.all<StampedHead & Row>(
    `SELECT i.id AS instanceId, i.sop_id AS sopId, i.version_id AS versionId,
      i.office_id AS officeId, i.version AS seq, i.requester_id AS requesterId,
      i.last_event_at AS lastEventAt, i.head_hash AS headHash, i.state AS state,
      i.parent_instance_id AS parentInstanceId, i.parent_visit AS parentVisit, i.status
      FROM instance i WHERE i.office_id = ? AND i.calendar_stamp < ?
      ORDER BY i.calendar_stamp, i.id LIMIT ${count}`,
    [officeId, stamp],
  );

/** Notes that its deadlines are by the calendar `stamp`; `seq` is the case's version. */
export const stampCase = (instanceId: number, seq: number, stamp: number | null): Statement => ({
  sql: "UPDATE instance SET calendar_stamp = ? WHERE id = ? AND version = ?",
  params: [stamp, instanceId, seq],
  expect: 1,
});
