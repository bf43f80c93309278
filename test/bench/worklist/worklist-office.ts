import { join } from "node:path";
import { mkdirSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import { createConnection } from "mysql2/promise";
import { openAlur } from "../alur-api.js";
import { startServer } from "../alur-subject.js";
import { signIn } from "../graphql-documents.js";
import { setUpAlur } from "../set-up-alur.js";
import { fillStatements, positionCodes } from "./fill-worklist.js";

/** An Alur with so many open tasks, and the bearer tokens of people who have worklists in it. */
export interface WorklistOffice {
  readonly port: number;
  readonly bearers: readonly string[];
  stop(): Promise<void>;
}

/** Plain SQL beside the API: filling by it takes seconds where starting each case takes minutes. */
interface Filler {
  all<T>(sql: string): Promise<T[]>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Two hold their positions alone; the third shares hers with the fourth. */
const usernames = ["sekdin", "kabid", "kasilitik", "budi"] as const;
const shared = { lane: "kasi-litik", with: "budi" } as const;

export async function openWorklistOffice(
  place: { readonly folder: string } | { readonly url: string },
  openTasks: number,
): Promise<WorklistOffice> {
  if ("folder" in place) mkdirSync(place.folder);
  const env: Readonly<Record<string, string>> =
    "folder" in place ? { DATA_DIR: place.folder } : { DATABASE_URL: place.url };
  const program = await startServer(env);
  const filler = await ("folder" in place ? fillSqlite(place.folder) : fillMariadb(place.url));
  const people = await filler.all<{ id: number; username: string }>(
    "SELECT id, username FROM person",
  );
  const personId = (username: string) =>
    people.find((person) => person.username === username)?.id ?? 0;
  const rows = await filler.all<{ id: number; code: string; office_id: number; holder: number }>(
    `SELECT p.id, p.code, p.office_id, MIN(h.person_id) AS holder
      FROM position p JOIN position_holder h ON h.position_id = p.id
      GROUP BY p.id, p.code, p.office_id`,
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const positions = new Map(
    [...positionCodes].flatMap(([lane, code]) => {
      const row = byCode.get(code);
      return row ? [[lane, row] as const] : [];
    }),
  );
  await filler.run(
    `INSERT INTO position_holder (position_id, person_id, acting, valid_from)
      VALUES (${positions.get(shared.lane)?.id ?? 0}, ${personId(shared.with)}, 0, 0)`,
  );
  await setUpAlur(
    program.port,
    {
      officeId: positions.get(shared.lane)?.office_id ?? 0,
      positionIds: new Map(rows.map(({ id, code }) => [code, id])),
    },
    1,
  );
  const [template] = await filler.all<{ id: number }>("SELECT MAX(id) AS id FROM instance");
  const office = { templateId: template?.id ?? 0, positions };
  // The case of which the others are made has one of its own.
  for (const sql of fillStatements(office, openTasks - 1, Date.now())) await filler.run(sql);
  await filler.close();
  const api = await openAlur(program.port);
  const bearers: string[] = [];
  for (const username of usernames) {
    const input = { username, password: "alur-demo", bearer: true };
    bearers.push((await api.mutate<{ token: string }>(signIn, input, null)).token);
  }
  api.close();
  return { port: program.port, bearers, stop: () => program.stop() };
}

async function fillSqlite(folder: string): Promise<Filler> {
  const db = new BetterSqlite3(join(folder, "alur.db"), { timeout: 30_000 });
  return {
    all: async <T>(sql: string) => db.prepare(sql).all() as T[],
    run: async (sql) => void db.exec(sql),
    close: async () => void db.close(),
  };
}

async function fillMariadb(url: string): Promise<Filler> {
  const connection = await createConnection({ uri: url });
  return {
    all: async <T>(sql: string) => (await connection.query(sql))[0] as T[],
    run: async (sql) => void (await connection.query(sql)),
    close: () => connection.end(),
  };
}
