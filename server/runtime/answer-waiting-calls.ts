import type { CaseState } from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import { toGlobalId } from "../kernel/global-id.js";
import { Refusal } from "../kernel/refusal.js";
import { findCaseHead } from "../persistence/case-store.js";
import type { Database, Row } from "../persistence/database.js";
import type { CaseRunner } from "./case-runner.js";
import { answerCall } from "./connected-cases.js";
import type { WaitingCall } from "./waiting-calls.js";

type Waiting = Row & Pick<WaitingCall, "instanceId" | "visit" | "sopId">;

const waitingWhere = (condition: string, order: string): string =>
  `SELECT w.instance_id AS instanceId, w.visit, w.sop_id AS sopId FROM waiting_call w
    JOIN instance i ON i.id = w.instance_id AND i.status = 'RUNNING' WHERE ${condition} ${order}`;

const inForceByNow = waitingWhere(
  `w.reason = 'NOT_IN_FORCE' AND EXISTS (SELECT 1 FROM sop_version v
    JOIN sop s ON s.id = v.sop_id WHERE v.sop_id = w.sop_id AND v.status = 'ENACTED'
    AND v.in_force_from <= ? AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at))`,
  "ORDER BY w.since, w.instance_id, w.visit LIMIT 100",
);
/** Others at each look, since those that must go on waiting may be many, and each is dear to try. */
const perhapsShortByNow = waitingWhere(
  "w.reason = 'TOO_DEEP'",
  "ORDER BY (w.instance_id + ?) % 1009, w.visit LIMIT 10",
);

const EVERY = 10_000;

/**
 * Starts what waited for an SOP that is in force by now, or for a row of cases to become shorter. It
 * may run on any server, and on two at once: the case's row decides. One that fails keeps none of the
 * others waiting; what failed is thrown at the end. Ends early where the signal says so.
 */
export async function answerWaitingCalls(
  database: Database,
  runner: CaseRunner,
  ctx: Context,
  signal?: AbortSignal,
): Promise<void> {
  const { reader } = database;
  const waiting = [
    ...(await reader.all<Waiting>(inForceByNow, [ctx.now()])),
    ...(await reader.all<Waiting>(perhapsShortByNow, [Math.floor(ctx.now() / EVERY)])),
  ];
  const failures: unknown[] = [];
  for (const call of waiting) {
    if (signal?.aborted === true) break;
    try {
      await answer(database, runner, ctx, call);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Waiting connectors failed");
}

async function answer(
  { unitOfWork }: Database,
  runner: CaseRunner,
  ctx: Context,
  { instanceId, visit, sopId }: Waiting,
): Promise<void> {
  try {
    await unitOfWork.run(ctx, async (tx) => {
      const head = await findCaseHead(tx, instanceId);
      const { status, visits } = JSON.parse(head?.state ?? "{}") as CaseState;
      const at = visits?.[visit - 1];
      if (status !== "RUNNING" || at?.status !== "OPEN" || at.child !== undefined) return;
      await answerCall(runner, ctx, tx, instanceId, { visit, sop: toGlobalId("Sop", sopId) });
    });
  } catch (error) {
    // Refused: somebody was faster.
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== "TOO_MANY_CASES") return;
    // Only where it waits still: its case may have been cancelled meanwhile, and the row with it.
    await unitOfWork.run(ctx, (tx) =>
      tx.run("UPDATE waiting_call SET reason = 'TOO_DEEP' WHERE instance_id = ? AND visit = ?", [
        instanceId,
        visit,
      ]),
    );
  }
}

/**
 * Answers waiting calls now and every ten seconds; the result stops it, and waits for the one that is
 * under way. A failure is told, and tried again.
 */
export function startAnsweringCalls(
  database: Database,
  runner: CaseRunner,
  makeContext: () => Context,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const run = (): void => {
    running ??= answerWaitingCalls(database, runner, makeContext(), stopping.signal)
      .catch(onError)
      .finally(() => (running = null));
  };
  run();
  const timer = setInterval(run, EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
