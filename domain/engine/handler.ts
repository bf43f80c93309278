import type { CaseCommand, CaseCommandType } from "./case-command.js";
import type { CaseRun } from "./case-run.js";

type CommandOf<T extends CaseCommandType> = Extract<CaseCommand, { type: T }>;

/** What each of these commands does to a case; it records events, or refuses. */
export type Handlers<T extends CaseCommandType> = {
  [K in T]: (run: CaseRun, command: CommandOf<K>) => void;
};

export function requireReason(run: CaseRun, reason: string): void {
  if (reason.trim() === "") run.refuse("REASON_REQUIRED");
}
