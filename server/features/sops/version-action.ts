import type { Context } from "../../kernel/context.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Statement } from "../../persistence/database.js";

/** What is done to a version besides editing it. */
export type ActionKind =
  | "CREATE"
  | "SUBMIT"
  | "WITHDRAW"
  | "SEND_BACK"
  | "ENACT"
  | "UNSCHEDULE"
  | "RETIRE";

export interface VersionAction {
  readonly versionId: number;
  readonly kind: ActionKind;
  readonly revision: number;
  readonly message?: string | null;
  readonly sourceVersionId?: number | null;
  readonly inForceFrom?: number | null;
}

export const personOf = (ctx: Context): number | null =>
  ctx.actor.type === "PERSON" ? ctx.actor.personId : null;

/** The statement that notes an action; of two at once, one starts its unit of work again. */
export const noteAction = (ctx: Context, action: VersionAction): Statement => ({
  sql: `INSERT INTO version_action (version_id, no, kind, revision, at, person_id, message,
      source_version_id, in_force_from)
    SELECT ?, COALESCE(MAX(no), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM version_action
    WHERE version_id = ?`,
  params: [
    action.versionId,
    action.kind,
    action.revision,
    ctx.now(),
    personOf(ctx),
    action.message ?? null,
    action.sourceVersionId ?? null,
    action.inForceFrom ?? null,
    action.versionId,
  ],
});

/** UTF-16 units of what somebody writes freely: a note, a reason, a message. */
const MAX_TEXT = 4000;

/** The text without blanks around it; `null` when there is none. */
export function optionalText(text: string | null | undefined, field: string): string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed.length > MAX_TEXT) throw new Refusal("TOO_LARGE", field, { limit: MAX_TEXT });
  return trimmed === "" ? null : trimmed;
}
