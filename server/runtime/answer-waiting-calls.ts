import type { CaseState } from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import { toGlobalId } from "../kernel/global-id.js";
import { Refusal } from "../kernel/refusal.js";
import { findCaseHead } from "../persistence/case-store.js";
import type { Database, Row } from "../persistence/database.js";
import type { CaseRunner } from "./case-runner.js";
import { answerCall } from "./connected-cases.js";
import type { WaitingCall } from "./waiting-calls.js";

/** Those that wait for one reason, longest first; each reason for itself, so that none starves another. */
const waitingBecause = (condition: string): string =>
  `SELECT w.instance_id AS instanceId, w.visit, w.sop_id AS sopId FROM waiting_call w
    JOIN instance i ON i.id = w.instance_id AND i.status = 'RUNNING'
    WHERE ${condition} ORDER BY w.since, w.instance_id, w.visit LIMIT 100`;

const inForceByNow = waitingBecause(
  `w.reason = 'NOT_IN_FORCE' AND EXISTS (SELECT 1 FROM sop_version v
    JOIN sop s ON s.id = v.sop_id WHERE v.sop_id = w.sop_id AND v.status = 'ENACTED'
    AND v.in_force_from <= ? AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at))`,
);
const atTheirTurn = waitingBecause("w.reason = 'QUEUED'");
const perhapsShortByNow = waitingBecause("w.reason = 'TOO_DEEP'");

/**
 * Starts what waited for an SOP that is in force by now, for its turn, or for a row of cases to become
 * shorter. It may run on any server, and on two at once: the case's row decides. One that fails keeps none of the
 * others waiting; what failed is thrown at the end.
 */
export async function answerWaitingCalls(
  database: Database,
  runner: CaseRunner,
  ctx: Context,
): Promise<void> {
  const { reader } = database;
  const waiting = [
    ...(await reader.all<Row & WaitingCall>(inForceByNow, [ctx.now()])),
    ...(await reader.all<Row & WaitingCall>(atTheirTurn, [])),
    ...(await reader.all<Row & WaitingCall>(perhapsShortByNow, [])),
  ];
  const failures: unknown[] = [];
  for (const { instanceId, visit, sopId } of waiting) {
    try {
      await database.unitOfWork.run(ctx, async (tx) => {
        const head = await findCaseHead(tx, instanceId);
        const { status, visits } = JSON.parse(head?.state ?? "{}") as CaseState;
        const at = visits?.[visit - 1];
        if (status !== "RUNNING" || at?.status !== "OPEN" || at.child !== undefined) return;
        await answerCall(runner, ctx, tx, instanceId, { visit, sop: toGlobalId("Sop", sopId) });
      });
    } catch (error) {
      // Refused: somebody was faster.
      if (!(error instanceof Refusal)) failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Waiting connectors failed");
}

const EVERY = 10_000;

/** Answers waiting calls now and every ten seconds; the result stops it. A failure is told, and tried again. */
export function startAnsweringCalls(
  database: Database,
  runner: CaseRunner,
  makeContext: () => Context,
  onError: (error: unknown) => void,
): () => void {
  let running = false;
  const run = (): void => {
    if (running) return;
    running = true;
    void answerWaitingCalls(database, runner, makeContext())
      .catch(onError)
      .finally(() => (running = false));
  };
  run();
  const timer = setInterval(run, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
