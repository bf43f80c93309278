import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readsPerSecond } from "./alur-subject.js";
import { measureBadInput } from "./bad-input.js";
import { readSettings } from "./bench-settings.js";
import { coldStarts } from "./cold-start.js";
import { type Contestants, onMariadb, onSqlite } from "./databases.js";
import {
  worklistFigure,
  worklistOnMariadb,
  worklistOnSqlite,
} from "./worklist/worklist-latency.js";
import { measureInRounds, median, medianRatio, type Probe } from "./measurement.js";

/** Clients of the completions; the reads take the most. */
const clientCounts = [1, 8, 32];
const readers = 32;
const badInput = "bad_input_worst_ms";

const dialects: ReadonlySet<string> = new Set(["sqlite", "mariadb"]);

const settings = readSettings(process.argv.slice(2), process.env["BENCH_MARIADB_URL"] ?? null);
const { seconds, only } = settings;
const isWanted = (name: string): boolean =>
  only.length === 0 || only.some((part) => name.includes(part));

/** Each floor beside what is measured against it, so that both meet the same machine. */
function probesOf({ dialect, alur, completions, httpSql }: Contestants): Probe[] {
  const floor = (clients: number): Probe => ({
    name: `floor_completions_${dialect}${dialect === "sqlite" ? "" : `_c${clients}`}`,
    measure: () => completions.measure(seconds, clients),
  });
  const read = (name: string, path: string, measure: Probe["measure"]): Probe[] => [
    {
      name: `floor_read_${name}_${dialect}`,
      measure: () => readsPerSecond(httpSql.port, { method: "GET", path }, readers, seconds),
    },
    { name: `read_${name}_${dialect}`, measure },
  ];
  return [
    // SQLite has one writer: its floor is the same however many clients there are.
    ...(dialect === "sqlite" ? [floor(1)] : []),
    ...clientCounts.flatMap((clients) => [
      ...(dialect === "sqlite" ? [] : [floor(clients)]),
      {
        name: `completions_${dialect}_c${clients}`,
        measure: () => alur.completions(clients, seconds),
      },
    ]),
    ...read("instances", "/instances", () => alur.readInstances(readers, seconds)),
    ...read("sop", "/sop", () => alur.readSop(readers, seconds)),
  ];
}

const floorOf = (name: string): string =>
  name.startsWith("completions_sqlite") ? "floor_completions_sqlite" : `floor_${name}`;

async function start(folder: string): Promise<Contestants[]> {
  const { instances, mariadbUrl } = settings;
  const running: Contestants[] = [];
  // Bad input and worklists have servers of their own.
  const alone = [badInput, worklistFigure("sqlite"), worklistFigure("mariadb")];
  const isAlone = (part: string): boolean => alone.some((name) => name.includes(part));
  if (only.length > 0 && only.every((part) => isAlone(part) && !dialects.has(part))) return running;
  console.log(`setting up: ${instances} running instances on each database`);
  if (isWanted("sqlite") || only.some((part) => !part.includes("mariadb"))) {
    running.push(await onSqlite(folder, instances));
  }
  if (mariadbUrl && !only.some((part) => part.includes("sqlite"))) {
    running.push(await onMariadb(mariadbUrl, instances));
  }
  return running;
}

/** Prints how much everything did in a second, and returns the lines of what it is to its floor. */
async function compare(running: readonly Contestants[]): Promise<string[]> {
  const lines: string[] = [];
  const probes = running.flatMap(probesOf).filter(({ name }) => isWanted(name));
  const series = await measureInRounds(probes, settings.rounds);
  console.log("\nmedians, a second");
  for (const [name, values] of series) {
    console.log(`  ${name.padEnd(32)}${Math.round(median(values))}`);
    const floor = floorOf(name);
    if (series.has(floor)) lines.push(`${name}=${medianRatio(series, name, floor).toFixed(2)}`);
  }
  return lines;
}

async function main(folder: string): Promise<void> {
  const running = await start(folder);
  const lines = running.length > 0 ? await compare(running) : [];
  for (const each of running) await each.stop();
  const bearer = running.find(({ dialect }) => dialect === "sqlite")?.alur.prepared.reader;
  if (bearer && only.length === 0) {
    const { alur, floor } = await coldStarts(join(folder, "alur"), bearer);
    console.log(
      `  cold start ${Math.round(alur)} ms, bare node and SQLite ${Math.round(floor)} ms`,
    );
    lines.push(`cold_start=${(alur / floor).toFixed(2)}`);
  }
  if (isWanted(badInput)) {
    const worst = await measureBadInput(folder, settings.rounds);
    lines.push(`${badInput}=${worst.toFixed(1)}`);
  }
  lines.push(...(await worklists(folder)));
  console.log(`\n${lines.join("\n")}`);
}

/** The worklist with 100,000 open tasks to the one with 1,000. */
async function worklists(folder: string): Promise<string[]> {
  const { rounds, mariadbUrl } = settings;
  const lines: string[] = [];
  const measured: Readonly<Record<string, () => Promise<number>>> = {
    sqlite: () => worklistOnSqlite(folder, rounds),
    ...(mariadbUrl ? { mariadb: () => worklistOnMariadb(mariadbUrl, rounds) } : {}),
  };
  for (const [dialect, measure] of Object.entries(measured)) {
    const name = worklistFigure(dialect);
    if (isWanted(name)) lines.push(`${name}=${(await measure()).toFixed(2)}`);
  }
  return lines;
}

const folder = mkdtempSync(join(tmpdir(), "alur-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
await main(folder);
