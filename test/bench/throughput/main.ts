import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { type AlurDatabase, lookIntoMariadb, lookIntoSqlite } from "../alur-database.js";
import { measureCompletions } from "./completions-on-off.js";
import { type LongHistory, openLongHistory, type Place } from "./long-history.js";
import { measureReports, type ReportFigures } from "./report-latency.js";
import { readSettings } from "./throughput-settings.js";

/** Where a benchmark may make databases of one kind. */
interface Ground {
  readonly dialect: "sqlite" | "mariadb";
  /** A place of its own for a server, which need not exist yet. */
  place(name: string): Promise<Place>;
  look(place: Place): AlurDatabase | Promise<AlurDatabase>;
  drop(place: Place): Promise<void>;
}

const settings = readSettings(process.argv.slice(2), process.env["BENCH_MARIADB_URL"] ?? null);

const sqliteIn = (folder: string): Ground => ({
  dialect: "sqlite",
  async place(name) {
    const dataDir = join(folder, name);
    mkdirSync(dataDir);
    return { DATA_DIR: dataDir };
  },
  look: ({ DATA_DIR = "" }) => lookIntoSqlite(DATA_DIR),
  drop: async ({ DATA_DIR = "" }) => rmSync(DATA_DIR, { recursive: true, force: true }),
});

const mariadbAt = (serverUrl: string): Ground => {
  const command = async (sql: string): Promise<void> => {
    const server = await createConnection({ uri: serverUrl });
    await server.query(sql).finally(() => server.end());
  };
  const databaseOf = ({ DATABASE_URL = "" }: Place): string =>
    new URL(DATABASE_URL).pathname.slice(1);
  return {
    dialect: "mariadb",
    async place(name) {
      const database = `alur_bench_${process.pid}_${name}`;
      await command(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
      const url = new URL(serverUrl);
      url.pathname = `/${database}`;
      return { DATABASE_URL: url.href };
    },
    look: ({ DATABASE_URL = "" }) => lookIntoMariadb(DATABASE_URL),
    drop: (place) => command(`DROP DATABASE IF EXISTS ${databaseOf(place)}`),
  };
};

async function reportsOn(ground: Ground): Promise<ReportFigures> {
  const { small, large, rounds } = settings;
  console.log(`histories on ${ground.dialect}`);
  const places: Place[] = [];
  const histories: LongHistory[] = [];
  const open = async (name: string, tasks: number): Promise<LongHistory> => {
    const place = await ground.place(name);
    places.push(place);
    const history = await openLongHistory(place, () => ground.look(place), tasks);
    histories.push(history);
    return history;
  };
  try {
    const both = [await open("small", small), await open("large", large)] as const;
    return await measureReports(ground.dialect, both, rounds);
  } finally {
    for (const history of histories) await history.stop();
    for (const place of places) await ground.drop(place);
  }
}

async function completionsOn(ground: Ground): Promise<number> {
  const places = { on: await ground.place("on"), off: await ground.place("off") };
  try {
    return await measureCompletions(ground.dialect, places, ground.look, settings);
  } finally {
    await ground.drop(places.on);
    await ground.drop(places.off);
  }
}

/** What a figure is on each database, and which of these it is told by. */
interface Figure {
  readonly name: string;
  readonly ratios: Map<string, number>;
  readonly worst: (...ratios: number[]) => number;
}

async function main(folder: string): Promise<void> {
  const { mariadbUrl, dialects, parts } = settings;
  const grounds = [sqliteIn(folder), ...(mariadbUrl ? [mariadbAt(mariadbUrl)] : [])];
  const growth: Figure = { name: "report_growth", ratios: new Map(), worst: Math.max };
  const versusRaw: Figure = { name: "report_vs_raw", ratios: new Map(), worst: Math.max };
  const onOff: Figure = { name: "completions_on_off", ratios: new Map(), worst: Math.min };
  for (const ground of grounds.filter(({ dialect }) => dialects.includes(dialect))) {
    const { dialect } = ground;
    if (parts.includes("reports")) {
      const reports = await reportsOn(ground);
      for (const [name, ratio] of reports.growth) growth.ratios.set(`${name}_${dialect}`, ratio);
      versusRaw.ratios.set(dialect, reports.versusRaw);
    }
    if (parts.includes("completions")) onOff.ratios.set(dialect, await completionsOn(ground));
  }
  const measured = [growth, versusRaw, onOff].filter(({ ratios }) => ratios.size > 0);
  console.log("");
  for (const { name, ratios } of measured) {
    const all = [...ratios].map(([of, ratio]) => `${of}=${ratio.toFixed(3)}`);
    console.log(`${name}: ${all.join(" ")}, the worst counts`);
  }
  const last = measured.map(
    ({ name, ratios, worst }) => `${name}=${worst(...ratios.values()).toFixed(2)}`,
  );
  console.log(last.join(" "));
}

const folder = mkdtempSync(join(tmpdir(), "alur-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
await main(folder);
