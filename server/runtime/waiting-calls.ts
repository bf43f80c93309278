import type { CaseState } from "../../domain/index.js";
import type { Row, Statement, Tx } from "../persistence/database.js";

/**
 * NOT_IN_FORCE: no version of the SOP is. TOO_DEEP: so many cases have called one another, in a row or
 * at once, that something is wrong with their SOPs; it is tried again as those before it end.
 */
export type WaitingReason = "NOT_IN_FORCE" | "TOO_DEEP";

export interface WaitingCall {
  readonly instanceId: number;
  readonly visit: number;
  readonly sopId: number;
  readonly reason: WaitingReason;
  /** Epoch milliseconds. */
  readonly since: number;
}

/**
 * Notes that the visit of a connector waits for its SOP, and why by now; once, however often it is
 * tried. `false`: that was known.
 */
export async function noteWaitingCall(tx: Tx, it: WaitingCall): Promise<boolean> {
  const known = await tx.get<Row & { reason: string }>(
    "SELECT reason FROM waiting_call WHERE instance_id = ? AND visit = ?",
    [it.instanceId, it.visit],
  );
  if (known?.reason === it.reason) return false;
  if (known) {
    await tx.run("UPDATE waiting_call SET reason = ? WHERE instance_id = ? AND visit = ?", [
      it.reason,
      it.instanceId,
      it.visit,
    ]);
    return true;
  }
  await tx.run(
    "INSERT INTO waiting_call (instance_id, visit, sop_id, reason, since) VALUES (?, ?, ?, ?, ?)",
    [it.instanceId, it.visit, it.sopId, it.reason, it.since],
  );
  return true;
}

/** The writes that forget the calls which a transition answered, or which nobody waits for any more. */
export function answeredCalls(
  instanceId: number,
  before: CaseState,
  after: CaseState,
): Statement[] {
  const taskVisits = new Set(before.tasks.map(({ visit }) => visit));
  return before.visits.flatMap(({ no, status, child }, index) => {
    const now = after.visits[index];
    const waited = status === "OPEN" && child === undefined && !taskVisits.has(no);
    if (!waited || (now?.status === "OPEN" && now.child === undefined)) return [];
    return [
      {
        sql: "DELETE FROM waiting_call WHERE instance_id = ? AND visit = ?",
        params: [instanceId, no],
      },
    ];
  });
}
