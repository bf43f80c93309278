/** Why a mutation was refused. A client decides by these, so a code never changes its meaning. */
export const UserErrorCode = {
  BAD_CREDENTIALS: "BAD_CREDENTIALS",
  BAD_RECEIPT: "BAD_RECEIPT",
  RATE_LIMITED: "RATE_LIMITED",
  ACCOUNT_DISABLED: "ACCOUNT_DISABLED",
  HTTPS_REQUIRED: "HTTPS_REQUIRED",
  WEAK_PASSWORD: "WEAK_PASSWORD",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  INVALID: "INVALID",
  CONFLICT: "CONFLICT",
  PROBLEMS: "PROBLEMS",
  NOT_DRAFT: "NOT_DRAFT",
  NOT_SUBMITTED: "NOT_SUBMITTED",
  ALREADY_ENACTED: "ALREADY_ENACTED",
  DISCARDED: "DISCARDED",
  NOT_IN_FORCE: "NOT_IN_FORCE",
  NOT_SCHEDULED: "NOT_SCHEDULED",
  WRONG_LANE: "WRONG_LANE",
  NOT_YOUR_TASK: "NOT_YOUR_TASK",
  TASK_CLOSED: "TASK_CLOSED",
  ALREADY_CLAIMED: "ALREADY_CLAIMED",
  NOT_CLAIMED: "NOT_CLAIMED",
  OUTCOME_REQUIRED: "OUTCOME_REQUIRED",
  WRONG_OUTCOME: "WRONG_OUTCOME",
  OUTPUT_UNKNOWN: "OUTPUT_UNKNOWN",
  OUTPUT_REQUIRED: "OUTPUT_REQUIRED",
  REQUIREMENT_MISSING: "REQUIREMENT_MISSING",
  NOT_AN_ANCESTOR: "NOT_AN_ANCESTOR",
  STEP_NOT_DONE: "STEP_NOT_DONE",
  RECALL_TOO_LATE: "RECALL_TOO_LATE",
  INSTANCE_CLOSED: "INSTANCE_CLOSED",
  INSTANCE_HELD: "INSTANCE_HELD",
  NOT_HELD: "NOT_HELD",
  HELD_BY_PARENT: "HELD_BY_PARENT",
  REASON_REQUIRED: "REASON_REQUIRED",
  IDEMPOTENCY_MISMATCH: "IDEMPOTENCY_MISMATCH",
  TOO_LARGE: "TOO_LARGE",
  DUPLICATE_NUMBER: "DUPLICATE_NUMBER",
  DUPLICATE_NAME: "DUPLICATE_NAME",
  DATE_PAST: "DATE_PAST",
  DATES_REVERSED: "DATES_REVERSED",
  LAST_DAY_REQUIRED: "LAST_DAY_REQUIRED",
  OVERLAP: "OVERLAP",
  SELF_APPOINTMENT: "SELF_APPOINTMENT",
  PERSON_DISABLED: "PERSON_DISABLED",
  ANOTHER_OFFICE: "ANOTHER_OFFICE",
  NOT_A_HOLDER: "NOT_A_HOLDER",
  STAND_IN_AWAY: "STAND_IN_AWAY",
  ALREADY_BEGUN: "ALREADY_BEGUN",
  ALREADY_OVER: "ALREADY_OVER",
  MAIL_OFF: "MAIL_OFF",
  NO_EMAIL: "NO_EMAIL",
} as const;
export type UserErrorCode = keyof typeof UserErrorCode;

/** Fills the placeholders of the code's message. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * An expected refusal: it rolls the unit of work back and becomes one of the payload's `userErrors`.
 * `field` is the path of the argument at fault ("input.outcome"), `null` if none is.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly code: UserErrorCode,
    readonly field: string | null = null,
    readonly params: RefusalParams = {},
  ) {
    super(code);
  }
}
