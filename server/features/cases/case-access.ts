import type { Actor } from "../../kernel/actor.js";
import type { Context } from "../../kernel/context.js";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Reader, Row } from "../../persistence/database.js";
import type { Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { chain, type NowOrLater } from "../../runtime/now-or-later.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import type { Instance, Task } from "./case-types.js";

type PersonActor = Extract<Actor, { type: "PERSON" }>;

/** The condition on `task own` that the task is, or was, the person's: their lane's, or in their hands. */
function ownTask({ personId, positionIds }: PersonActor): Select {
  const positions = [...positionIds];
  if (positions.length === 0) return { sql: "own.assignee_id = ?", params: [personId] };
  return {
    sql: `(own.assignee_id = ? OR own.position_id IN (${placeholders(positions)}))`,
    params: [personId, ...positions],
  };
}

async function withOwnTask(
  reader: Reader,
  actor: Actor,
  instanceIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (actor.type !== "PERSON") return new Set();
  const own = ownTask(actor);
  const rows = await reader.all<Row & { id: number }>(
    `SELECT DISTINCT own.instance_id AS id FROM task own
      WHERE own.instance_id IN (${placeholders(instanceIds)}) AND ${own.sql}`,
    [...instanceIds, ...own.params],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether the caller has, or had, a task in the case. */
const takesPart: LoaderDefinition<number, boolean> = {
  name: "takesPart",
  async load({ reader, ctx }, ids) {
    const found = await withOwnTask(reader, ctx.actor, ids);
    return ids.map((id) => found.has(id));
  },
};

/** What is known of a case, and of one of its tasks, where rights are asked about. */
interface CaseFacts {
  readonly instanceId: number;
  readonly officeId: number;
  readonly requesterId: number | null;
  readonly positionId?: number | null;
  readonly assigneeId?: number | null;
}

type ReadAction = "case.read" | "task.read";

/** The same inside a unit of work, where what decides is read on `tx`. */
export async function mayReadOn(
  tx: Reader,
  actor: Actor,
  action: ReadAction,
  facts: CaseFacts,
): Promise<boolean> {
  if (allows(actor, action, facts)) return true;
  return (await withOwnTask(tx, actor, [facts.instanceId])).has(facts.instanceId);
}

/**
 * Whether the caller may read the case (`case.read`) or its tasks (`task.read`); `task` is one of them
 * that is at hand. Nothing is read where the caller's role, or that task, decides already.
 */
export function mayRead(
  { ctx, loaders }: RequestScope,
  action: ReadAction,
  instance: Instance,
  task?: Task,
): NowOrLater<boolean> {
  const { rowId, officeId, requesterId } = instance;
  const ofTask = task && { positionId: task.positionId, assigneeId: task.assigneeId };
  if (allows(ctx.actor, action, { officeId, requesterId, ...ofTask })) return true;
  if (ctx.actor.type !== "PERSON") return false;
  return instance.isListed || loaders.get(takesPart).load(rowId);
}

/** What `read` answers, for a field that leads to what the caller may not read: FORBIDDEN, there. */
export function readThrough<T>(
  scope: RequestScope,
  action: ReadAction,
  instance: Instance,
  read: () => NowOrLater<T>,
  task?: Task,
): NowOrLater<T> {
  return chain(mayRead(scope, action, instance, task), (may) => {
    if (may) return read();
    requireSignedIn(scope.ctx);
    throw new Refusal("FORBIDDEN");
  });
}

/** The condition on `instance i` that the caller may read the case; for lists, which filter in SQL. */
export function readableCases(ctx: Context, action: ReadAction): Select {
  const known = requireSignedIn(ctx);
  if (allows(known, action, {})) return { sql: "1 = 1", params: [] };
  const officeId = "officeId" in known ? known.officeId : 0;
  const ofOffice = allows(known, action, { officeId });
  if (known.type !== "PERSON") {
    return ofOffice ? { sql: "i.office_id = ?", params: [officeId] } : { sql: "1 = 0", params: [] };
  }
  const own = ownTask(known);
  return {
    sql: `(${ofOffice ? "i.office_id = ? OR " : ""}i.requester_id = ? OR EXISTS
      (SELECT 1 FROM task own WHERE own.instance_id = i.id AND ${own.sql}))`,
    params: [...(ofOffice ? [officeId] : []), known.personId, ...own.params],
  };
}
