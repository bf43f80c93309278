import type { NewNotice } from "../../runtime/notices/notice-board.js";

/** With whom an open task lies; people and positions by their ids. */
export interface ReminderFacts {
  readonly assigneeId: number | null;
  /** Whether whoever has claimed it can no longer work it. */
  readonly isAbandoned: boolean;
  /** `null`: in the requester's lane. */
  readonly positionId: number | null;
  /** Those with an enabled account who hold the position now. */
  readonly holders: readonly number[];
  /** The requester, in whose lane it stands; `null` for one without an account. */
  readonly requesterId: number | null;
  /** Whoever serves the front desk of the case's office, where it acts for the requester. */
  readonly desk: readonly number[];
}

/** Who has it: under this, a reminder counts once an hour. */
export const reminderName = (taskId: number, assigneeId: number | null): string =>
  `remind:${taskId}:${assigneeId ?? 0}`;

/**
 * Who is told when `by` reminds of a task: whoever has it, or all who could take it; nobody, where that
 * is nobody or only whoever asks.
 */
export function reminderReceivers(
  { assigneeId, isAbandoned, positionId, holders, requesterId, desk }: ReminderFacts,
  by: number | null,
): readonly NewNotice["to"][] {
  const others = (ids: readonly number[]): NewNotice["to"][] =>
    ids.filter((id) => id !== by).map((personId) => ({ personId }));
  if (assigneeId !== null && !isAbandoned) return others([assigneeId]);
  if (positionId !== null) return others(holders).length > 0 ? [{ positionId }] : [];
  return others(requesterId === null ? desk : [requesterId]);
}
