import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { lookIntoMariadb, lookIntoSqlite } from "./alur-database.js";
import { AlurSubject, startServer } from "./alur-subject.js";
import { type ChildProgram, startChild } from "./child-program.js";
import { fillMariadbReads, fillSqliteReads } from "./floor/fill-read-tables.js";
import { openMariadbCompletions } from "./floor/mariadb-completions.js";
import { type CompletionFloor, openSqliteCompletions } from "./floor/sqlite-completions.js";

/** Alur and its floors on one kind of database. */
export interface Contestants {
  readonly dialect: "sqlite" | "mariadb";
  readonly alur: AlurSubject;
  readonly completions: CompletionFloor;
  readonly httpSql: ChildProgram;
  stop(): Promise<void>;
}

const startHttpSql = (dialect: string, place: string): Promise<ChildProgram> =>
  startChild("test/bench/floor/http-sql.js", [dialect, place], {}, /port (\d+)/);

export async function onSqlite(folder: string, instances: number): Promise<Contestants> {
  const dataDir = join(folder, "alur");
  mkdirSync(dataDir);
  const completions = openSqliteCompletions(folder, instances);
  const httpSql = await startHttpSql("sqlite", fillSqliteReads(folder, instances));
  const look = (): ReturnType<typeof lookIntoSqlite> => lookIntoSqlite(dataDir);
  const alur = await AlurSubject.start(() => startServer({ DATA_DIR: dataDir }), look, instances);
  return contestants("sqlite", { alur, completions, httpSql }, async () => undefined);
}

/** Makes three databases on the server, and drops them at the end. */
export async function onMariadb(serverUrl: string, instances: number): Promise<Contestants> {
  const server = await createConnection({ uri: serverUrl });
  const made: string[] = [];
  const newDatabase = async (purpose: string): Promise<string> => {
    const name = `alur_bench_${process.pid}_${purpose}`;
    await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    made.push(name);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  const drop = async (): Promise<void> => {
    for (const name of made) await server.query(`DROP DATABASE IF EXISTS ${name}`);
    await server.end();
  };
  await warnUnlessDurable(server);
  const completions = await openMariadbCompletions(await newDatabase("completions"), instances);
  const readUrl = await newDatabase("reads");
  await fillMariadbReads(readUrl, instances);
  const httpSql = await startHttpSql("mariadb", readUrl);
  const alurUrl = await newDatabase("alur");
  const look = (): ReturnType<typeof lookIntoMariadb> => lookIntoMariadb(alurUrl);
  const alur = await AlurSubject.start(
    () => startServer({ DATABASE_URL: alurUrl }),
    look,
    instances,
  );
  return contestants("mariadb", { alur, completions, httpSql }, drop);
}

function contestants(
  dialect: Contestants["dialect"],
  parts: Pick<Contestants, "alur" | "completions" | "httpSql">,
  drop: () => Promise<void>,
): Contestants {
  return {
    dialect,
    ...parts,
    async stop() {
      await parts.alur.stop();
      await parts.httpSql.stop();
      await parts.completions.close();
      await drop();
    },
  };
}

async function warnUnlessDurable(
  server: Awaited<ReturnType<typeof createConnection>>,
): Promise<void> {
  const [rows] = await server.query("SELECT @@innodb_flush_log_at_trx_commit AS flush");
  const flush = (rows as { flush: number }[])[0]?.flush;
  if (flush !== 1) {
    console.log(`innodb_flush_log_at_trx_commit is ${flush}: the figures are not of durable work`);
  }
}
