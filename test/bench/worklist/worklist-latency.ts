import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { graphqlRequest, mustHold } from "../alur-api.js";
import { readWorklist } from "../graphql-documents.js";
import { type HttpRequest, KeepAliveClient } from "../keep-alive-client.js";
import { median } from "../measurement.js";
import { openWorklistOffice, type WorklistOffice } from "./worklist-office.js";

const few = 1000;
const many = 100_000;
/** How often everybody asks for each part in a round, before and while it counts. */
const warmUps = 25;
const asksInARound = 25;

const scopes = ["FOR_ME", "CLAIMABLE", "WAITING", "DONE", "ACTIONABLE"] as const;

export const worklistFigure = (dialect: string): string => `worklist_p99_${dialect}`;

/**
 * Everybody's worklist, every part of it with its counts, asked over HTTP of one Alur with 1,000 open
 * tasks and one with 100,000 in turn, so that what disturbs the machine disturbs both. Prints the
 * milliseconds and returns the p99 with many ÷ the p99 with few.
 */
async function measure(
  dialect: string,
  placeOf: (tasks: number) => Parameters<typeof openWorklistOffice>[0],
  rounds: number,
): Promise<number> {
  const offices: WorklistOffice[] = [];
  try {
    for (const tasks of [few, many]) offices.push(await openWorklistOffice(placeOf(tasks), tasks));
    const runs = await Promise.all(offices.map(openRun));
    for (let round = 0; round <= rounds; round += 1) {
      await askInTurn(runs, round === 0 ? warmUps : asksInARound);
      if (round === 0)
        for (const run of runs) for (const times of run.times.values()) times.length = 0;
    }
    for (const run of runs) run.client.close();
    return print(dialect, runs);
  } finally {
    for (const office of offices) await office.stop();
  }
}

interface Run {
  readonly client: KeepAliveClient;
  readonly requests: readonly { readonly scope: string; readonly request: HttpRequest }[];
  /** Milliseconds from the first byte sent to the last one read, by scope. */
  readonly times: Map<string, number[]>;
}

async function openRun({ port, bearers }: WorklistOffice): Promise<Run> {
  return {
    client: await KeepAliveClient.open(port),
    requests: scopes.flatMap((scope) =>
      bearers.map((bearer) => ({
        scope,
        request: graphqlRequest(readWorklist, { filter: { scope }, first: 30 }, bearer),
      })),
    ),
    times: new Map(scopes.map((scope) => [scope, []])),
  };
}

const check = mustHold('"worklistCounts":{');

async function askInTurn(runs: readonly Run[], times: number): Promise<void> {
  const count = runs[0]?.requests.length ?? 0;
  for (let turn = 0; turn < times * count; turn += 1) {
    for (const { client, requests, times: measured } of runs) {
      const asked = requests[turn % count];
      if (!asked) continue;
      const from = performance.now();
      const answer = await client.ask(asked.request);
      measured.get(asked.scope)?.push(performance.now() - from);
      check(answer);
      if (answer.body.includes('"errors"')) throw new Error(answer.body.toString());
    }
  }
}

function print(dialect: string, runs: readonly Run[]): number {
  const heads = ["median", "p99", "median", "p99"].map((head) => head.padStart(9)).join("");
  console.log(
    `\nworklist on ${dialect}, ms with ${few} and with ${many} open tasks\n  ${" ".repeat(14)}${heads}`,
  );
  const line = (name: string, of: (run: Run) => readonly number[]): void => {
    const figures = runs.flatMap((run) => [median(of(run)), p99(of(run))]);
    console.log(
      `  ${name.padEnd(14)}${figures.map((figure) => figure.toFixed(2).padStart(9)).join("")}`,
    );
  };
  for (const scope of scopes) line(scope, ({ times }) => times.get(scope) ?? []);
  const all = (run: Run): number[] => [...run.times.values()].flat();
  line("all", all);
  const [small, large] = runs.map((run) => p99(all(run)));
  return (large ?? Number.NaN) / (small ?? Number.NaN);
}

function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN;
}

export const worklistOnSqlite = (folder: string, rounds: number): Promise<number> =>
  measure("sqlite", (tasks) => ({ folder: join(folder, `worklist-${tasks}`) }), rounds);

/** Makes two databases on the server, and drops them at the end. */
export async function worklistOnMariadb(serverUrl: string, rounds: number): Promise<number> {
  const server = await createConnection({ uri: serverUrl });
  const nameOf = (tasks: number): string => `alur_bench_${process.pid}_worklist_${tasks}`;
  const placeOf = (tasks: number) => {
    const url = new URL(serverUrl);
    url.pathname = `/${nameOf(tasks)}`;
    return { url: url.href };
  };
  try {
    for (const tasks of [few, many]) {
      await server.query(`CREATE DATABASE ${nameOf(tasks)} CHARACTER SET utf8mb4`);
    }
    return await measure("mariadb", placeOf, rounds);
  } finally {
    for (const tasks of [few, many]) await server.query(`DROP DATABASE IF EXISTS ${nameOf(tasks)}`);
    await server.end();
  }
}
