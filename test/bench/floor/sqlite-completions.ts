import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
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

export interface CompletionFloor {
  /** Finishes tasks for so long; answers how many in a second. */
  measure(seconds: number, connections: number): Promise<number>;
  close(): Promise<void>;
}

/** WAL, synchronous = FULL, one commit for each completion, prepared statements, nothing else. */
export function openSqliteCompletions(folder: string, instances: number): CompletionFloor {
  const db = new BetterSqlite3(join(folder, "floor.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  for (const sql of completionTables("sqlite")) db.exec(sql);
  const rows = completionRows(instances);
  const addInstance = db.prepare(`${insertInstance} (?, ?, ?, ?, ?, ?)`);
  const addTask = db.prepare(`${insertTask} (?, ?, ?, ?, ?, ?)`);
  db.transaction(() => {
    for (const row of rows.instances) addInstance.run(...row);
    for (const row of rows.tasks) addTask.run(...row);
  })();

  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const read = db.prepare<[number], OpenTask>(completion.read);
  const closeTask = db.prepare(completion.closeTask);
  const openTask = db.prepare(completion.openTask);
  const moveInstance = db.prepare(completion.moveInstance);
  const log = db.prepare(completion.log);
  const open = rows.tasks.map(([id]) => id);
  let next = 0;

  const complete = (id: number): void => {
    const at = Date.now();
    begin.run();
    const task = read.get(id);
    if (!task) throw new Error(`Task ${id} is not open`);
    const closed = closeTask.run(at, 1, null, id);
    const lane = (task.lane_id % lanesOfFloor) + 1;
    const opened = openTask.run(task.instance_id, task.activity_id + 1, lane, at);
    const moved = moveInstance.run(task.instance_id, task.version);
    log.run(task.instance_id, id, at, 1, payload);
    if (closed.changes !== 1 || moved.changes !== 1) throw new Error("Somebody else was faster");
    commit.run();
    open.push(Number(opened.lastInsertRowid));
  };

  return {
    async measure(seconds) {
      const from = performance.now();
      const until = from + seconds * 1000;
      let done = 0;
      while (performance.now() < until) {
        complete(open[next++] ?? 0);
        done += 1;
      }
      return done / ((performance.now() - from) / 1000);
    },
    async close() {
      db.close();
    },
  };
}
