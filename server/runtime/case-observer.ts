import type { CaseEvent, CaseState } from "../../domain/index.js";
import type { Context } from "../kernel/context.js";
import type { Statement, Tx } from "../persistence/database.js";

/** What a command does to a case, while it is being written. Times are epoch milliseconds. */
export interface CaseStep {
  readonly instanceId: number;
  readonly sopId: number;
  readonly versionId: number;
  readonly officeId: number;
  /** Number and time of the log entry. */
  readonly seq: number;
  readonly at: number;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
}

/**
 * Says what else is written in the transaction of a command. It is asked on the hot path: what it
 * needs it must know already, or each completion waits for one more answer of the database.
 */
export type CaseObserver = (
  ctx: Context,
  tx: Tx,
  step: CaseStep,
) => readonly Statement[] | Promise<readonly Statement[]>;
