import { dateOfDay, localDay, startOfDay } from "../../../domain/index.js";
import { graphqlRequest } from "../alur-api.js";
import { type HttpRequest, KeepAliveClient } from "../keep-alive-client.js";
import { median } from "../measurement.js";
import type { LongHistory } from "./long-history.js";
import { rawParameters, rawReport, type RawLane } from "./raw-report.js";
import { readReport, type ReportAnswer } from "./report-document.js";

/** How often each report is asked for in a round, before and while it counts. */
const warmUps = 5;
const asksInARound = 5;
/** Jakarta, as the office of a history has it. */
const clocks = { utcOffset: 420 };

/** The reports that are measured: of the last whole days, with its course day by day, or in weeks. */
const reports = [
  { name: "sop_30_days", days: 30, ofSop: true },
  { name: "office_year", days: 365, ofSop: false },
] as const;

type ReportName = (typeof reports)[number]["name"];

export interface ReportFigures {
  /** Each report's p50 with the large history ÷ with the small one. */
  readonly growth: ReadonlyMap<ReportName, number>;
  /** p50 of the report of an SOP's last 30 days ÷ of the plain SQL, both with the large history. */
  readonly versusRaw: number;
}

/**
 * Asks over HTTP for reports of a small and of a large history in turn, so that what disturbs the
 * machine disturbs both, and for the numbers of one by plain SQL. Prints milliseconds.
 */
export async function measureReports(
  dialect: string,
  histories: readonly [LongHistory, LongHistory],
  rounds: number,
): Promise<ReportFigures> {
  const runs = await Promise.all(histories.map(openRun));
  for (const run of runs) await mustAgree(run);
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < (round === 0 ? warmUps : asksInARound); turn += 1) {
      for (const run of runs) await askAll(run);
    }
    if (round === 0) for (const { times } of runs) times.clear();
  }
  for (const { client } of runs) client.close();
  return print(dialect, runs);
}

interface Run {
  readonly history: LongHistory;
  readonly client: KeepAliveClient;
  readonly requests: ReadonlyMap<ReportName, HttpRequest>;
  /** In epoch milliseconds, of the report that is held against plain SQL. */
  readonly period: { readonly from: number; readonly to: number };
  /** Milliseconds, by what was asked. */
  readonly times: Map<string, number[]>;
}

async function openRun(history: LongHistory): Promise<Run> {
  const today = localDay(clocks, Date.now());
  const requests = reports.map(({ name, days, ofSop }) => {
    const scope = { officeId: history.officeId, ...(ofSop && { sopIds: [history.sopId] }) };
    const period = { from: dateOfDay(today - days), to: dateOfDay(today - 1) };
    return [
      name,
      graphqlRequest(readReport, { input: { scope, period } }, history.bearer),
    ] as const;
  });
  return {
    history,
    client: await KeepAliveClient.open(history.program.port),
    requests: new Map(requests),
    period: { from: startOfDay(clocks, today - 30), to: startOfDay(clocks, today) },
    times: new Map(),
  };
}

async function askAll({ client, requests, times, ...run }: Run): Promise<void> {
  for (const [name, request] of requests) {
    const from = performance.now();
    const { status, body } = await client.ask(request);
    note(times, name, performance.now() - from);
    if (status !== 200 || body.includes('"errors"')) throw new Error(body.toString());
  }
  const from = performance.now();
  await askRaw(run);
  note(times, "raw", performance.now() - from);
}

function note(times: Map<string, number[]>, name: string, milliseconds: number): void {
  times.set(name, [...(times.get(name) ?? []), milliseconds]);
}

const askRaw = ({ history, period }: Pick<Run, "history" | "period">): Promise<RawLane[]> =>
  history.database.all<RawLane>(rawReport, rawParameters(history.sopRow, period.from, period.to));

/** What is compared must say the same: counts are exact in both. */
async function mustAgree(run: Run): Promise<void> {
  const request = run.requests.get("sop_30_days");
  if (!request) return;
  const { body } = await run.client.ask(request);
  const { data, errors } = JSON.parse(body.toString()) as ReportAnswer;
  if (!data || errors) throw new Error(body.toString().slice(0, 1000));
  const raw = new Map((await askRaw(run)).map((lane) => [lane.lane, lane]));
  for (const { lane, arrived, finished, waiting } of data.laneThroughput.lanes) {
    const plain = raw.get(lane.laneKey ?? "");
    const counts = [arrived, finished, waiting];
    const expected = [plain?.arrived, plain?.finished, plain?.waiting].map(Number);
    if (counts.join() === expected.join()) continue;
    throw new Error(`${lane.laneKey}: the report says ${counts.join()}, SQL ${expected.join()}`);
  }
}

function print(dialect: string, runs: readonly Run[]): ReportFigures {
  const p50 = (run: Run | undefined, name: string): number => median(run?.times.get(name) ?? []);
  for (const run of runs) {
    const figures = [...run.times.keys()].map((name) => `${name}=${p50(run, name).toFixed(2)}`);
    console.log(`reports ${dialect} tasks=${run.history.tasks} p50_ms ${figures.join(" ")}`);
  }
  const [small, large] = runs;
  return {
    growth: new Map(reports.map(({ name }) => [name, p50(large, name) / p50(small, name)])),
    versusRaw: p50(large, "sop_30_days") / p50(large, "raw"),
  };
}
