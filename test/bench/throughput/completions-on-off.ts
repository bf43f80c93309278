import type { AlurDatabase } from "../alur-database.js";
import { toGlobalId } from "../../../server/kernel/global-id.js";
import { graphqlRequest } from "../alur-api.js";
import { AlurSubject } from "../alur-subject.js";
import { KeepAliveClient } from "../keep-alive-client.js";
import { startChild } from "../child-program.js";
import { median } from "../measurement.js";
import type { Place } from "./long-history.js";
import { shortReport } from "./report-document.js";

const clients = 32;
const patienceMs = 120_000;

/** An Alur with or without the roll-up, and a look at what it has still to roll up. */
interface Side {
  readonly name: "on" | "off";
  readonly subject: AlurSubject;
  readonly database: AlurDatabase;
  readonly rates: number[];
  /** What had still to be rolled up when the load ended, and for how long. */
  readonly pending: number[];
  readonly mergedAfter: number[];
  /** Asks for a report. */
  hurry(): Promise<void>;
}

type Look = (place: Place) => AlurDatabase | Promise<AlurDatabase>;

/**
 * Completions a second with the roll-up ÷ without it, the median over rounds that take turns. Either
 * begins with nothing to be rolled up, so that the one does not work while the other is measured.
 */
export async function measureCompletions(
  dialect: string,
  places: Readonly<Record<Side["name"], Place>>,
  look: Look,
  options: { readonly rounds: number; readonly seconds: number; readonly instances: number },
): Promise<number> {
  const sides: Side[] = [];
  try {
    for (const name of ["on", "off"] as const) {
      sides.push(await openSide(name, places[name], look, options.instances));
    }
    for (let round = 0; round <= options.rounds; round += 1) {
      // In turn, who comes first.
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        await settle(side);
        const rate = await side.subject.completions(clients, options.seconds);
        const pending = await pendingOf(side);
        const took = await settle(side);
        if (round === 0) continue;
        side.rates.push(rate);
        side.pending.push(pending);
        side.mergedAfter.push(took);
      }
    }
    return print(dialect, sides);
  } finally {
    for (const { subject, database } of sides) {
      await database.close();
      await subject.stop();
    }
  }
}

async function openSide(
  name: Side["name"],
  place: Place,
  look: Look,
  instances: number,
): Promise<Side> {
  const start = () =>
    startChild("test/bench/throughput/bench-server.js", [name], place, /port (\d+)/);
  const subject = await AlurSubject.start(start, () => look(place), instances);
  const database = await look(place);
  const [office] = await database.all<{ id: number }>("SELECT id FROM office ORDER BY id LIMIT 1");
  const today = new Date().toISOString().slice(0, 10);
  const scope = { officeId: toGlobalId("Office", office?.id ?? 0) };
  const input = { scope, period: { from: today, to: today } };
  const report = graphqlRequest(shortReport, { input }, subject.prepared.reader);
  const client = await KeepAliveClient.open(subject.program.port);
  // Refused while too much is left; that it hurried is all that is wanted.
  const hurry = async (): Promise<void> => void (await client.ask(report));
  return { name, subject, database, rates: [], pending: [], mergedAfter: [], hurry };
}

async function pendingOf({ database }: Side): Promise<number> {
  const [row] = await database.all<{ n: number }>("SELECT COUNT(*) AS n FROM ledger_pending");
  return Number(row?.n ?? 0);
}

/**
 * Has all of it rolled up; answers how many milliseconds that took. By itself a server takes its time;
 * whoever asks for a report has it hurry.
 */
async function settle(side: Side): Promise<number> {
  const from = performance.now();
  while ((await pendingOf(side)) > 0) {
    if (performance.now() - from > patienceMs) throw new Error("It is never rolled up");
    await side.hurry();
  }
  return performance.now() - from;
}

function print(dialect: string, sides: readonly Side[]): number {
  for (const { name, rates, pending, mergedAfter } of sides) {
    const rate = Math.round(median(rates));
    const rest = name === "on" ? ` left_at_end=${median(pending)}` : "";
    const after = name === "on" ? ` rolled_up_after_ms=${Math.round(median(mergedAfter))}` : "";
    console.log(`completions ${dialect} rollup=${name} a_second=${rate}${rest}${after}`);
  }
  const [on, off] = sides;
  return median((on?.rates ?? []).map((rate, round) => rate / (off?.rates[round] ?? 0)));
}
