import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import BetterSqlite3, { type Statement } from "better-sqlite3";
import { createPool } from "mysql2/promise";

/**
 * The floor of the reads: bare node:http, batched SQL written by hand, JSON.stringify. A program of
 * its own: `http-sql.js sqlite <file>` or `http-sql.js mariadb <url>`.
 */
type Row = Readonly<Record<string, string | number | null>>;
type Query = (sql: string, params: readonly (string | number)[]) => Row[] | Promise<Row[]>;

const page = 50;

const openSqlite = (file: string): Query => {
  const db = new BetterSqlite3(file, { readonly: true });
  const statements = new Map<string, Statement<unknown[], Row>>();
  return (sql, params) => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare<unknown[], Row>(sql)));
    return statement.all(...params);
  };
};

const openMariadb = (url: string): Query => {
  const pool = createPool({ uri: url, connectionLimit: 16 });
  return async (sql, params) => (await pool.query(sql, [...params]))[0] as Row[];
};

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(",");
const distinct = (rows: readonly Row[], key: string): number[] => [
  ...new Set(rows.map((row) => row[key] as number)),
];
const byId = (rows: readonly Row[]): Map<unknown, Row> =>
  new Map(rows.map((row) => [row["id"], row]));

async function sopVersion(query: Query, id: number): Promise<object> {
  const [versions, lanes, steps, edges] = await Promise.all([
    query("SELECT id, ordinal, state FROM sop_version WHERE id = ?", [id]),
    query("SELECT id, code, name FROM lane WHERE sop_version_id = ? ORDER BY id", [id]),
    query(
      `SELECT lane_id, code, kind, number, text, time_value, time_unit FROM step
        WHERE sop_version_id = ? ORDER BY id`,
      [id],
    ),
    query(
      "SELECT code, from_step, to_step, outcome FROM edge WHERE sop_version_id = ? ORDER BY id",
      [id],
    ),
  ]);
  const laneById = byId(lanes);
  const [version] = versions;
  return {
    id: version?.["id"],
    version: version?.["ordinal"],
    status: version?.["state"],
    lanes: lanes.map(({ code, name }) => ({ key: code, name })),
    nodes: steps.map((step) => ({
      key: step["code"],
      kind: step["kind"],
      rowNumber: step["number"],
      text: step["text"],
      parts: [{ laneKey: laneById.get(step["lane_id"])?.["code"] }],
      standardTime:
        step["time_value"] === null ? null : { value: step["time_value"], unit: step["time_unit"] },
    })),
    edges: edges.map(({ code, from_step, to_step, outcome }) => ({
      key: code,
      from: from_step,
      to: to_step,
      outcome,
    })),
  };
}

async function instances(query: Query): Promise<object> {
  const found = await query(
    `SELECT id, sop_version_id, state FROM instance ORDER BY id DESC LIMIT ${page}`,
    [],
  );
  const ids = found.map(({ id }) => id as number);
  const tasks = await query(
    `SELECT id, instance_id, step_id, lane_id, state, due_at FROM task
      WHERE instance_id IN (${marks(ids)}) AND state = 'OPEN' ORDER BY instance_id, id`,
    ids,
  );
  const laneIds = distinct(tasks, "lane_id");
  const stepIds = distinct(tasks, "step_id");
  const versionIds = distinct(found, "sop_version_id");
  const [versions, lanes, steps] = await Promise.all([
    query(
      `SELECT v.id, s.title FROM sop_version v JOIN sop s ON s.id = v.sop_id
        WHERE v.id IN (${marks(versionIds)})`,
      versionIds,
    ),
    query(`SELECT id, code, name FROM lane WHERE id IN (${marks(laneIds)})`, laneIds),
    query(`SELECT id, code, text FROM step WHERE id IN (${marks(stepIds)})`, stepIds),
  ]);
  const versionById = byId(versions);
  const laneById = byId(lanes);
  const stepById = byId(steps);
  const tasksOf = new Map<unknown, Row[]>(ids.map((id) => [id, []]));
  for (const task of tasks) tasksOf.get(task["instance_id"])?.push(task);
  return {
    nodes: found.map(({ id, sop_version_id, state }) => ({
      id,
      status: state,
      openTasks: (tasksOf.get(id) ?? []).map((task) => {
        const lane = laneById.get(task["lane_id"]);
        const step = stepById.get(task["step_id"]);
        return {
          id: task["id"],
          status: task["state"],
          dueAt: task["due_at"],
          lane: { key: lane?.["code"], name: lane?.["name"] },
          node: { key: step?.["code"], text: step?.["text"] },
        };
      }),
      sop: { title: versionById.get(sop_version_id)?.["title"] },
    })),
  };
}

const [dialect, place = ""] = process.argv.slice(2);
const query = dialect === "sqlite" ? openSqlite(place) : openMariadb(place);

const answer = async (response: ServerResponse, work: Promise<object>): Promise<void> => {
  const body = JSON.stringify(await work);
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
};

const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  void answer(response, request.url === "/sop" ? sopVersion(query, 1) : instances(query));
});
server.listen(0, "127.0.0.1", () => {
  console.log(`port ${(server.address() as AddressInfo).port}`);
});
process.on("SIGTERM", () => process.exit(0));
