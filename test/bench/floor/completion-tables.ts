/** The floor's tables: what any program that finishes tasks durably must keep, and no more. */
const types = {
  sqlite: { key: "INTEGER PRIMARY KEY", short: "TEXT", long: "TEXT" },
  mariadb: { key: "BIGINT PRIMARY KEY AUTO_INCREMENT", short: "VARCHAR(40)", long: "LONGTEXT" },
} as const;

export type FloorDialect = keyof typeof types;

export const lanesOfFloor = 5;

export function completionTables(dialect: FloorDialect): readonly string[] {
  const { key, short, long } = types[dialect];
  return [
    `CREATE TABLE instance (id ${key}, sop_version_id BIGINT NOT NULL, state ${short} NOT NULL,
      version INT NOT NULL, started_at BIGINT NOT NULL, ended_at BIGINT, vars ${long} NOT NULL)`,
    `CREATE TABLE task (id ${key}, instance_id BIGINT NOT NULL, activity_id BIGINT NOT NULL,
      lane_id BIGINT NOT NULL, state ${short} NOT NULL, opened_at BIGINT NOT NULL,
      completed_at BIGINT, completed_by BIGINT, outcome ${short})`,
    `CREATE TABLE history_event (id ${key}, instance_id BIGINT NOT NULL, task_id BIGINT NOT NULL,
      kind ${short} NOT NULL, at BIGINT NOT NULL, actor_id BIGINT NOT NULL, payload ${long} NOT NULL)`,
    dialect === "sqlite"
      ? "CREATE INDEX task_worklist ON task (lane_id, id) WHERE state = 'open'"
      : "CREATE INDEX task_worklist ON task (lane_id, state, id)",
    "CREATE INDEX task_instance ON task (instance_id)",
    "CREATE INDEX history_instance ON history_event (instance_id, id)",
  ];
}

export type InstanceRow = readonly [number, number, string, number, number, string];
export type TaskRow = readonly [number, number, number, number, string, number];

export const insertInstance =
  "INSERT INTO instance (id, sop_version_id, state, version, started_at, vars) VALUES";
export const insertTask =
  "INSERT INTO task (id, instance_id, activity_id, lane_id, state, opened_at) VALUES";

/** Running instances with one open task each. */
export function completionRows(instances: number): {
  readonly instances: readonly InstanceRow[];
  readonly tasks: readonly TaskRow[];
} {
  const now = Date.now();
  const ids = Array.from({ length: instances }, (_, index) => index + 1);
  return {
    instances: ids.map((id) => [id, 1, "running", 1, now, "{}"]),
    tasks: ids.map((id) => [id, id, 1, (id % lanesOfFloor) + 1, "open", now]),
  };
}

/** The completion itself; on MariaDB its first statement ends in FOR UPDATE. */
export const completion = {
  read: `SELECT t.id, t.instance_id, t.activity_id, t.lane_id, i.version FROM task t
    JOIN instance i ON i.id = t.instance_id WHERE t.id = ? AND t.state = 'open'`,
  closeTask: `UPDATE task SET state = 'done', completed_at = ?, completed_by = ?, outcome = ?
    WHERE id = ? AND state = 'open'`,
  openTask: `INSERT INTO task (instance_id, activity_id, lane_id, state, opened_at)
    VALUES (?, ?, ?, 'open', ?)`,
  moveInstance: "UPDATE instance SET version = version + 1 WHERE id = ? AND version = ?",
  log: `INSERT INTO history_event (instance_id, task_id, kind, at, actor_id, payload)
    VALUES (?, ?, 'completed', ?, ?, ?)`,
} as const;

export interface OpenTask {
  readonly id: number;
  readonly instance_id: number;
  readonly activity_id: number;
  readonly lane_id: number;
  readonly version: number;
}

export const payload = JSON.stringify({ type: "TASK_DONE", outcome: null });
