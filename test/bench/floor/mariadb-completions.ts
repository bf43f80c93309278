import { type Connection, createConnection, type ResultSetHeader } from "mysql2/promise";
import {
  completion,
  completionRows,
  completionTables,
  insertInstance,
  insertTask,
  lanesOfFloor,
  type OpenTask,
  payload,
} from "./completion-tables.js";
import { insertAll } from "./insert-all.js";
import type { CompletionFloor } from "./sqlite-completions.js";

const mostConnections = 32;

/** Prepared statements, one round trip each, on connections of one's own. */
export async function openMariadbCompletions(
  url: string,
  instances: number,
): Promise<CompletionFloor> {
  const connections = await Promise.all(
    Array.from({ length: mostConnections }, () => createConnection({ uri: url })),
  );
  const [first] = connections;
  if (!first) throw new Error("No connection");
  for (const sql of completionTables("mariadb")) await first.query(sql);
  const rows = completionRows(instances);
  await insertAll(first, insertInstance, rows.instances);
  await insertAll(first, insertTask, rows.tasks);
  await first.query("ANALYZE TABLE instance, task");
  const open = rows.tasks.map(([id]) => id);
  let next = 0;

  const complete = async (connection: Connection, id: number): Promise<void> => {
    const at = Date.now();
    await connection.query("BEGIN");
    const [found] = await connection.execute(`${completion.read} FOR UPDATE`, [id]);
    const [task] = found as OpenTask[];
    if (!task) throw new Error(`Task ${id} is not open`);
    const closed = await changes(connection, completion.closeTask, [at, 1, null, id]);
    const lane = (task.lane_id % lanesOfFloor) + 1;
    const [opened] = await connection.execute<ResultSetHeader>(completion.openTask, [
      task.instance_id,
      task.activity_id + 1,
      lane,
      at,
    ]);
    const moved = await changes(connection, completion.moveInstance, [
      task.instance_id,
      task.version,
    ]);
    await connection.execute(completion.log, [task.instance_id, id, at, 1, payload]);
    if (closed !== 1 || moved !== 1) throw new Error("Somebody else was faster");
    await connection.query("COMMIT");
    open.push(opened.insertId);
  };

  return {
    async measure(seconds, count) {
      const from = performance.now();
      const until = from + seconds * 1000;
      let done = 0;
      await Promise.all(
        connections.slice(0, count).map(async (connection) => {
          while (performance.now() < until) {
            await complete(connection, open[next++] ?? 0);
            done += 1;
          }
        }),
      );
      return done / ((performance.now() - from) / 1000);
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.end()));
    },
  };
}

async function changes(
  connection: Connection,
  sql: string,
  params: (number | null)[],
): Promise<number> {
  const [result] = await connection.execute<ResultSetHeader>(sql, params);
  return result.affectedRows;
}
