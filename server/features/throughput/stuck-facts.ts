import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { isAbandoned, taskById, waitingCallAt } from "../cases/case-service.js";
import { awayUntil, holdersOfPosition, loadOne, positionById } from "../people/people-service.js";
import { sopById } from "../sops/sop-service.js";
import { reminderName } from "./reminder-receivers.js";
import type { StuckFacts, TaskFacts } from "./stuck-actions.js";
import type { StuckItem } from "./stuck-types.js";

/** When something was told that is told once in a while, by its name. */
const toldAt: LoaderDefinition<string, number | null> = {
  name: "toldAt",
  async load({ reader }, names) {
    const rows = await reader.all<Row & { name: string; at: number }>(
      `SELECT name, at FROM notice_once WHERE name IN (${placeholders(names)})`,
      [...names],
    );
    const found = new Map(rows.map(({ name, at }) => [name, at]));
    return names.map((name) => found.get(name) ?? null);
  },
};

/** Who serves the front desk of an office. */
const deskOfOffice: LoaderDefinition<number, readonly number[]> = {
  name: "deskOfOffice",
  async load({ reader }, officeIds) {
    const rows = await reader.all<Row & { id: number; officeId: number }>(
      `${selectDesk} (${placeholders(officeIds)}) ORDER BY p.id`,
      [...officeIds],
    );
    return officeIds.map((officeId) =>
      rows.filter((row) => row.officeId === officeId).map(({ id }) => id),
    );
  },
};

/** Ends in `IN`: the ids of offices are to follow, in brackets. */
export const selectDesk = `SELECT p.id, p.office_id AS officeId FROM person_role r
  JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL
  WHERE r.role = 'FRONT_DESK' AND p.office_id IN`;

/** When whoever has the item's task now was last reminded of it by somebody. */
export async function remindedAtOf(scope: RequestScope, item: StuckItem): Promise<number | null> {
  if (item.taskRowId === null) return null;
  const task = await loadOne(scope, taskById, item.taskRowId);
  return scope.loaders.get(toldAt).load(reminderName(task.rowId, task.assigneeId));
}

/** All that decides what would move the item; read in batches over a page. */
export async function factsOf(scope: RequestScope, item: StuckItem): Promise<StuckFacts> {
  const { ctx } = scope;
  const [task, awaitedOfficeId] = await Promise.all([
    item.taskRowId === null ? null : taskFacts(scope, item, item.taskRowId),
    item.reason === "SOP_NOT_IN_FORCE" ? awaitedOffice(scope, item) : null,
  ]);
  const { reason, officeRowId: officeId } = item;
  return { actor: ctx.actor, now: ctx.now(), reason, officeId, task, awaitedOfficeId };
}

async function taskFacts(scope: RequestScope, item: StuckItem, taskId: number): Promise<TaskFacts> {
  const { loaders } = scope;
  const task = await loadOne(scope, taskById, taskId);
  const { positionId, requesterId, assigneeId, claimedAt } = task;
  const [position, holders, left, remindedAt, desk] = await Promise.all([
    positionId === null ? null : loaders.get(positionById).load(positionId),
    positionId === null ? [] : loaders.get(holdersOfPosition).load(positionId),
    assigneeId === null ? false : loaders.get(isAbandoned).load(taskId),
    remindedAtOf(scope, item),
    positionId === null && requesterId === null
      ? loaders.get(deskOfOffice).load(item.officeRowId)
      : [],
  ]);
  const away = await Promise.all(holders.map((id) => loaders.get(awayUntil).load(id)));
  return {
    assigneeId,
    isAbandoned: left,
    positionId,
    positionOfficeId: position?.officeRowId ?? null,
    holders,
    present: holders.filter((_, index) => away[index] === null),
    requesterId,
    desk,
    isIdle:
      claimedAt !== null && claimedAt <= item.claimedLongBefore && idleReasons.has(item.reason),
    remindedAt,
  };
}

/** Whoever has claimed what is due only soon may well be at it. */
const idleReasons: ReadonlySet<string> = new Set(["OVERDUE", "NO_DEADLINE"]);

async function awaitedOffice(scope: RequestScope, item: StuckItem): Promise<number | null> {
  const call = await waitingCallAt(scope, item.instanceRowId, item.visit);
  if (call?.reason !== "NOT_IN_FORCE") return null;
  return (await scope.loaders.get(sopById).load(call.sopId))?.officeId ?? null;
}
