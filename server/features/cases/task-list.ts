import type { Row, SqlValue } from "../../persistence/database.js";
import { type KeysetPage, keysetPage, type Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type Connection, connectionOf, type PageArgs } from "../../runtime/graphql/connection.js";
import type { RequestScope } from "../../runtime/request-scope.js";
import { taskColumns, type TaskRow, toTask } from "./case-loaders.js";
import { Task } from "./case-types.js";
import { type AskedTasks, readTaskFilter, type TaskFilter } from "./task-filter.js";
import type { TaskSource } from "./task-source.js";
import { taskSources } from "./task-sources.js";
import { lookThrough, type LookedAt } from "./task-window.js";

export const TaskConnection = connectionOf(Task, "Task");

type ListedRow = TaskRow & { due_sort: number };

/** Tasks by deadline, what is due first; done ones by when they were done. */
export async function listTasks(
  scope: RequestScope,
  filter: TaskFilter,
  args: PageArgs,
): Promise<Connection<Task>> {
  const now = scope.ctx.now();
  const asked = readTaskFilter(filter, now);
  const source = await taskSources[filter.scope ?? "ACTIONABLE"](scope);
  const page = keysetPage(args, source.order);
  const found = await readPage(scope, source, asked, page);
  return { ...page.build(found.rows, (row) => toTask(row, now), found.last), totalCount: null };
}

interface FoundPage {
  readonly rows: readonly ListedRow[];
  /** The last row that was looked at, where there may be more behind it. */
  readonly last: Row | null;
}

async function readPage(
  scope: RequestScope,
  source: TaskSource,
  asked: AskedTasks,
  page: KeysetPage,
): Promise<FoundPage> {
  const arms = taskArms(source, asked);
  const checks = [...asked.checks, ...(source.check ? [source.check] : [])];
  if (checks.length === 0 && asked.words.length === 0) {
    const ids = page.query(arms);
    // The index alone says which tasks; CROSS keeps SQLite from beginning at the other end.
    const rows = await scope.reader.all<ListedRow>(
      `SELECT ${taskColumns}, t.due_sort FROM (${ids.sql}) w CROSS JOIN task t ON t.id = w.id
        ${page.orderBy("w")}`,
      ids.params,
    );
    return { rows, last: null };
  }
  const looked = await lookThrough(scope, page, arms, { checks, words: asked.words });
  return { rows: await rowsOf(scope, looked), last: looked.last };
}

/** SELECTs of the ids, in the order of the list, of what the scope and the deadlines leave. */
export function taskArms({ arms, order, from }: TaskSource, asked: AskedTasks): Select[] {
  const table = from ?? caseTasks(asked.instanceId);
  const within: readonly Select[] =
    from && asked.instanceId !== null
      ? [{ sql: "t.instance_id = ?", params: [asked.instanceId] }]
      : [];
  const columns = order.map(({ sql }) => sql).join(", ");
  return arms.map((arm) => {
    const conditions = [arm, ...asked.due, ...within];
    return {
      sql: `SELECT ${columns} FROM ${table.sql} WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`,
      params: [...table.params, ...conditions.flatMap(({ params }) => params)],
    };
  });
}

const everyTask: Select = { sql: "task t", params: [] };

/** The tasks of one case are few. The LIMIT, which nothing reaches, has them read by the case. */
const caseTasks = (instanceId: number | null): Select =>
  instanceId === null
    ? everyTask
    : {
        sql: `(SELECT o.id, o.instance_id, o.due_sort, o.lane_key, o.position_id, o.requester_id,
          o.assignee_id, o.is_open, o.status, o.closed_at FROM task o WHERE o.instance_id = ?
          LIMIT 1000000) t`,
        params: [instanceId],
      };

/** The rows of what was found, in its order. */
async function rowsOf({ reader }: RequestScope, { ids }: LookedAt): Promise<ListedRow[]> {
  if (ids.length === 0) return [];
  const rows = await reader.all<ListedRow>(
    `SELECT ${taskColumns}, t.due_sort FROM task t WHERE t.id IN (${placeholders(ids)})`,
    ids as readonly SqlValue[],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
