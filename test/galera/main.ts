import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { type Connection, createConnection } from "mysql2/promise";
import { startServer } from "../bench/alur-subject.js";
import { raceCircles } from "./circles.js";
import { claimed, raceClaims, startCases } from "./claims.js";
import { Desk } from "./desk.js";
import { joined, raceJoins } from "./joins.js";
import { listenAtEach } from "./listeners.js";
import { addColleagues, Office } from "./office.js";
import { raceRepeats } from "./repeats.js";
import { raceRetirements } from "./retirements.js";
import type { Verdict } from "./trial.js";

const syncedWithinMs = 60_000;
/** Holders of one position that race for its tasks. */
const rivalCount = 8;

/** What the door gives: whole numbers. */
function readSizes() {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      ...{ claims: option, joins: option, repeats: option },
      ...{ circles: option, retirements: option },
    },
  });
  const claims = Number(values.claims);
  return {
    claims,
    joins: Number(values.joins),
    repeats: Math.min(claims, Number(values.repeats)),
    circles: Number(values.circles),
    retirements: Number(values.retirements),
  };
}

const statusOf = async (node: Connection, name: string): Promise<string> => {
  const [found] = await node.query("SHOW GLOBAL STATUS WHERE Variable_name = ?", [name]);
  return String((found as { Value?: string }[])[0]?.Value ?? "");
};

async function waitUntilSynced(nodes: readonly Connection[]): Promise<void> {
  for (const node of nodes) {
    for (const from = performance.now(); ; await sleep(200)) {
      const state = await statusOf(node, "wsrep_local_state_comment");
      const size = await statusOf(node, "wsrep_cluster_size");
      if (state === "Synced" && Number(size) === nodes.length) break;
      if (performance.now() - from > syncedWithinMs) {
        throw new Error(`A node is ${state} in a cluster of ${size}`);
      }
    }
  }
}

/** Transactions that a node refused or broke off because another was faster elsewhere. */
async function conflicts(nodes: readonly Connection[]): Promise<number> {
  let sum = 0;
  for (const node of nodes) {
    sum += Number(await statusOf(node, "wsrep_local_cert_failures"));
    sum += Number(await statusOf(node, "wsrep_local_bf_aborts"));
  }
  return sum;
}

async function verifyLog(databaseUrl: string): Promise<string[]> {
  const script = fileURLToPath(new URL("../../server/cli/verify-log.js", import.meta.url));
  try {
    const env = { PATH: process.env["PATH"], DATABASE_URL: databaseUrl };
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    console.log(`log: ${stdout.trim()}`);
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return [`the log is not whole: ${stdout}${stderr}`];
  }
}

const figuresOf = ({ figures }: Verdict): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const sizes = readSizes();
const nodeUrls = (process.env["GALERA_URLS"] ?? "").split(" ").filter(Boolean);
if (nodeUrls.length < 3) throw new Error("GALERA_URLS must name three nodes (test:galera does)");

const nodes = await Promise.all(nodeUrls.map((uri) => createConnection({ uri })));
const database = `alur_galera_${process.pid}`;
const databaseUrls = nodeUrls.map((url) => new URL(`/${database}`, url).href);
const verdicts: Verdict[] = [];
const faults: string[] = [];
/** Runs a trial, and tells at once how it went. */
const trial = async (work: () => Promise<Verdict>): Promise<Verdict> => {
  const from = performance.now();
  const verdict = await work();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${figuresOf(verdict)} (${seconds} s)`);
  faults.push(...verdict.faults);
  verdicts.push(verdict);
  return verdict;
};

await waitUntilSynced(nodes);
await nodes[0]!.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
// Both at once, as after a power cut: one migrates, the other waits.
const servers = await Promise.all(
  databaseUrls.slice(0, 2).map((DATABASE_URL) => startServer({ DATABASE_URL })),
);
try {
  const urls = servers.map(({ port }) => `http://127.0.0.1:${port}`);
  const stored = nodes[2]!;
  await stored.query(`USE ${database}`);
  await stored.query("SET SESSION wsrep_sync_wait = 1");
  const rivals = await addColleagues(databaseUrls[2]!, "budi", rivalCount - 1);
  const office = await Office.open(urls, [claimed, joined]);
  const field = { office, stored, rivals };
  const before = await conflicts(nodes);
  const listened = await listenAtEach(office, "siti");

  const cases = await startCases(field, sizes.claims);
  const claims = await trial(() => raceClaims(field, cases));
  const joins = await trial(() => raceJoins(field, sizes.joins));
  await trial(() => raceRepeats(field, cases.slice(0, sizes.repeats)));
  await trial(() => listened(field));
  // Of three SOPs each is enacted at a node of its own.
  const third = await startServer({ DATABASE_URL: databaseUrls[2]! });
  servers.push(third);
  const desk = await Desk.open(await Office.open([...urls, `http://127.0.0.1:${third.port}`], []));
  const circles = await trial(() => raceCircles(field, desk, sizes.circles));
  const retirements = await trial(() => raceRetirements(field, desk, sizes.retirements));
  faults.push(...(await verifyLog(databaseUrls[2]!)));
  console.log(`conflicts between the nodes: ${(await conflicts(nodes)) - before}`);
  for (const fault of faults.slice(0, 20)) console.log(`fault: ${fault}`);
  console.log([claims, joins, circles, retirements].map(figuresOf).join(" "));
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await Promise.all(nodes.map((node) => node.end()));
}
