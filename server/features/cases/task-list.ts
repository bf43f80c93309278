import { fromGlobalId } from "../../kernel/global-id.js";
import { allows, requireSignedIn } from "../../kernel/policy.js";
import type { Row, SqlValue } from "../../persistence/database.js";
import { keysetPage, type OrderColumn, type Select } from "../../persistence/keyset-page.js";
import { type Connection, connectionOf, type PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { readableCases } from "./case-access.js";
import type { TaskFilter, TaskScope } from "./case-inputs.js";
import { abandoned } from "./abandoned-task.js";
import { taskColumns, type TaskRow, toTask } from "./case-loaders.js";
import { Task } from "./case-types.js";

export const TaskConnection = connectionOf(Task, "Task");

const byDeadline: readonly OrderColumn[] = [
  { sql: "t.due_sort", key: "due_sort" },
  { sql: "t.id", key: "id" },
];
const newestDone: readonly OrderColumn[] = [
  { sql: "t.closed_at", key: "closed_at", descending: true },
  { sql: "t.id", key: "id", descending: true },
];

const nothing: Select = { sql: "1 = 0", params: [] };

/** Tasks by deadline, what is due first; done ones by when they were done. One statement. */
export async function listTasks(
  scope: RequestScope,
  filter: TaskFilter,
  args: PageArgs,
): Promise<Connection<Task>> {
  const wanted = filter.scope ?? "ACTIONABLE";
  const page = keysetPage(args, wanted === "DONE" ? newestDone : byDeadline);
  const extra = asked(scope, filter);
  const arms = armsOf[wanted](scope).map((arm): Select => {
    const where = [arm.sql, ...extra.map(({ sql }) => sql)].join(" AND ");
    return {
      sql: `SELECT ${taskColumns}, t.due_sort FROM task t WHERE ${where}`,
      params: [...arm.params, ...extra.flatMap(({ params }) => params)],
    };
  });
  const query = page.query(arms);
  const rows = await scope.reader.all<TaskRow & Row>(query.sql, query.params);
  const now = scope.ctx.now();
  return { ...page.build(rows, (row) => toTask(row, now)), totalCount: null };
}

/**
 * The conditions of a scope. Each is one arm of the query, led by what a worklist index is led by:
 * one arm a position reads a page from the index alone, however many tasks are open.
 */
const armsOf: Record<TaskScope, (scope: RequestScope) => Select[]> = {
  ACTIONABLE: ({ ctx }) => {
    const actor = requireSignedIn(ctx);
    if (actor.type !== "PERSON") return readableTasks(ctx);
    const { personId, positionIds } = actor;
    const { sql, params } = abandoned(ctx);
    const free = `(t.assignee_id IS NULL OR t.assignee_id = ? OR ${sql})`;
    return [
      ...lanesOf(positionIds, free, [personId, ...params]),
      { sql: "t.is_open = 1 AND t.requester_id = ?", params: [personId] },
      ...deskTasks(ctx, free, [personId, ...params]),
    ];
  },
  MINE: ({ ctx }) => [
    ctx.actor.type === "PERSON"
      ? { sql: "t.is_open = 1 AND t.assignee_id = ?", params: [ctx.actor.personId] }
      : nothing,
  ],
  UNCLAIMED: ({ ctx }) =>
    ctx.actor.type === "PERSON"
      ? [
          ...lanesOf(ctx.actor.positionIds, "t.assignee_id IS NULL", []),
          {
            sql: "t.is_open = 1 AND t.requester_id = ? AND t.assignee_id IS NULL",
            params: [ctx.actor.personId],
          },
          // As above, in words that do not tempt a planner to the index of assignees.
          ...deskTasks(ctx, "t.status = 'OPEN'", []),
        ]
      : [nothing],
  DONE: ({ ctx }) => [
    ctx.actor.type === "PERSON"
      ? { sql: "t.status = 'DONE' AND t.assignee_id = ?", params: [ctx.actor.personId] }
      : nothing,
  ],
  ALL: ({ ctx }) => readableTasks(ctx),
};

const lanesOf = (
  positionIds: ReadonlySet<number>,
  condition: string,
  params: readonly SqlValue[],
): Select[] =>
  [...positionIds].map((positionId) => ({
    sql: `t.is_open = 1 AND t.position_id = ? AND ${condition}`,
    params: [positionId, ...params],
  }));

const inOffice = "EXISTS (SELECT 1 FROM instance i WHERE i.id = t.instance_id AND i.office_id = ?)";

/** What the front desk does for requesters who have no account. */
function deskTasks(
  { actor }: RequestScope["ctx"],
  condition: string,
  params: readonly SqlValue[],
): Select[] {
  if (actor.type !== "PERSON") return [];
  const { officeId } = actor;
  const subject = { officeId, positionId: null, requesterId: null };
  if (!allows(actor, "task.work", subject)) return [];
  const desk = "t.is_open = 1 AND t.requester_id IS NULL AND t.position_id IS NULL";
  return [{ sql: `${desk} AND ${condition} AND ${inOffice}`, params: [...params, officeId] }];
}

/** Every open task of the cases that the caller may read. */
function readableTasks(ctx: RequestScope["ctx"]): Select[] {
  const cases = readableCases(ctx, "task.read");
  return [
    {
      sql: `t.is_open = 1 AND EXISTS
        (SELECT 1 FROM instance i WHERE i.id = t.instance_id AND ${cases.sql})`,
      params: cases.params,
    },
  ];
}

function asked({ ctx }: RequestScope, filter: TaskFilter): Select[] {
  const conditions: Select[] = [];
  if (filter.instanceId) {
    const id = fromGlobalId(filter.instanceId, "Instance", "filter.instanceId");
    conditions.push({ sql: "t.instance_id = ?", params: [id] });
  }
  if (filter.sopId) {
    const id = fromGlobalId(filter.sopId, "Sop", "filter.sopId");
    conditions.push({
      sql: "EXISTS (SELECT 1 FROM instance j WHERE j.id = t.instance_id AND j.sop_id = ?)",
      params: [id],
    });
  }
  if (filter.laneKey) conditions.push({ sql: "t.lane_key = ?", params: [filter.laneKey] });
  if (filter.overdue === true) conditions.push({ sql: "t.due_sort < ?", params: [ctx.now()] });
  return conditions;
}
