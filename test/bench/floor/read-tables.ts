import { benchEdges, benchLanes, benchSteps, benchTitle } from "../bench-procedure.js";
import type { FloorDialect } from "./completion-tables.js";

/** What the two reads need, normalised as anybody would, with the indexes that serve them. */
export function readTables(dialect: FloorDialect): readonly string[] {
  const key = dialect === "sqlite" ? "INTEGER PRIMARY KEY" : "BIGINT PRIMARY KEY";
  return [
    `CREATE TABLE sop (id ${key}, title VARCHAR(500) NOT NULL)`,
    `CREATE TABLE sop_version (id ${key}, sop_id BIGINT NOT NULL, ordinal INT NOT NULL,
      state VARCHAR(20) NOT NULL)`,
    `CREATE TABLE lane (id ${key}, sop_version_id BIGINT NOT NULL, code VARCHAR(100) NOT NULL,
      name VARCHAR(200) NOT NULL)`,
    `CREATE TABLE step (id ${key}, sop_version_id BIGINT NOT NULL, lane_id BIGINT NOT NULL,
      code VARCHAR(100) NOT NULL, kind VARCHAR(20) NOT NULL, number INT, text VARCHAR(500) NOT NULL,
      time_value INT, time_unit VARCHAR(20))`,
    `CREATE TABLE edge (id ${key}, sop_version_id BIGINT NOT NULL, code VARCHAR(100) NOT NULL,
      from_step VARCHAR(100) NOT NULL, to_step VARCHAR(100) NOT NULL, outcome VARCHAR(100))`,
    `CREATE TABLE instance (id ${key}, sop_version_id BIGINT NOT NULL, state VARCHAR(20) NOT NULL)`,
    `CREATE TABLE task (id ${key}, instance_id BIGINT NOT NULL, step_id BIGINT NOT NULL,
      lane_id BIGINT NOT NULL, state VARCHAR(20) NOT NULL, due_at BIGINT)`,
    "CREATE INDEX lane_version ON lane (sop_version_id, id)",
    "CREATE INDEX step_version ON step (sop_version_id, id)",
    "CREATE INDEX edge_version ON edge (sop_version_id, id)",
    "CREATE INDEX task_instance ON task (instance_id)",
  ];
}

export interface TableRows {
  /** "INSERT INTO t (…) VALUES" */
  readonly insert: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The SOP of the benchmark, and running instances with one open task each. */
export function readRows(instances: number): readonly TableRows[] {
  const laneIds = new Map(benchLanes.map(({ key }, index) => [key, index + 1]));
  const laneId = (key: string): number => laneIds.get(key) ?? 0;
  const due = Date.now() + 3_600_000;
  const ids = Array.from({ length: instances }, (_, index) => index + 1);
  const stepIndex = (id: number): number => 1 + (id % (benchSteps.length - 3));
  return [
    { insert: "INSERT INTO sop (id, title) VALUES", rows: [[1, benchTitle]] },
    {
      insert: "INSERT INTO sop_version (id, sop_id, ordinal, state) VALUES",
      rows: [[1, 1, 1, "IN_FORCE"]],
    },
    {
      insert: "INSERT INTO lane (id, sop_version_id, code, name) VALUES",
      rows: benchLanes.map(({ key, name }) => [laneId(key), 1, key, name]),
    },
    {
      insert: `INSERT INTO step (id, sop_version_id, lane_id, code, kind, number, text, time_value,
        time_unit) VALUES`,
      rows: benchSteps.map(({ key, kind, text, lane, hours }, index) => {
        const number = kind === "START" || kind === "END" ? null : index;
        return [index + 1, 1, laneId(lane), key, kind, number, text, hours, hours && "HOUR"];
      }),
    },
    {
      insert: "INSERT INTO edge (id, sop_version_id, code, from_step, to_step, outcome) VALUES",
      rows: benchEdges.map(({ key, from, to, outcome }, index) => [
        index + 1,
        1,
        key,
        from,
        to,
        outcome,
      ]),
    },
    {
      insert: "INSERT INTO instance (id, sop_version_id, state) VALUES",
      rows: ids.map((id) => [id, 1, "RUNNING"]),
    },
    {
      insert: "INSERT INTO task (id, instance_id, step_id, lane_id, state, due_at) VALUES",
      rows: ids.map((id) => {
        const lane = laneId(benchSteps[stepIndex(id)]?.lane ?? "");
        return [id, id, stepIndex(id) + 1, lane, "OPEN", due];
      }),
    },
  ];
}
