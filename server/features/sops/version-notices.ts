import type { Graph } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Row, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { type NewNotice, peopleWithRole } from "../../runtime/notices/notice-board.js";
import { type ActionKind, personOf } from "./version-action.js";
import type { VersionRow } from "./version-row.js";

/** Of a submission whoever is to enact it, of its refusal whoever had submitted it; of others nobody. */
export async function noticesOfMove(
  ctx: Context,
  tx: Tx,
  draft: VersionRow,
  { kind, message }: { readonly kind: ActionKind; readonly message: string | null },
): Promise<NewNotice[]> {
  if (kind !== "SUBMIT" && kind !== "SEND_BACK") return [];
  const isSubmitted = kind === "SUBMIT";
  const people = isSubmitted
    ? await peopleWithRole(tx, draft.officeId, ["APPROVER"])
    : await lastSubmitter(tx, draft.id);
  return people.map((personId) => ({
    kind: isSubmitted ? "SOP_SUBMITTED" : "SOP_SENT_BACK",
    to: { personId },
    exceptId: personOf(ctx),
    versionId: draft.id,
    ...(message === null ? {} : { details: { reason: message } }),
  }));
}

/** Of an enactment whoever had submitted it, and those who will work by it. */
export async function noticesOfEnactment(
  ctx: Context,
  tx: Tx,
  it: { readonly versionId: number; readonly graph: Graph; readonly inForceFrom: number },
): Promise<NewNotice[]> {
  const to = [
    ...(await lastSubmitter(tx, it.versionId)).map((personId) => ({ personId })),
    ...(await positionsOf(tx, it.graph)).map((positionId) => ({ positionId })),
  ];
  return to.map((receiver) => ({
    kind: "SOP_ENACTED",
    to: receiver,
    exceptId: personOf(ctx),
    versionId: it.versionId,
    details: { date: it.inForceFrom },
  }));
}

async function lastSubmitter(tx: Tx, versionId: number): Promise<number[]> {
  const rows = await tx.all<Row & { id: number }>(
    `SELECT a.person_id AS id FROM version_action a WHERE a.version_id = ? AND a.kind = 'SUBMIT'
      AND a.person_id IS NOT NULL ORDER BY a.no DESC LIMIT 1`,
    [versionId],
  );
  return rows.map(({ id }) => id);
}

async function positionsOf(tx: Tx, { lanes }: Graph): Promise<number[]> {
  const codes = lanes.flatMap(({ binding }) =>
    binding?.type === "POSITION" ? [binding.position] : [],
  );
  if (codes.length === 0) return [];
  const rows = await tx.all<Row & { id: number }>(
    `SELECT q.id FROM position q WHERE q.code IN (${placeholders(codes)}) ORDER BY q.id`,
    codes,
  );
  return rows.map(({ id }) => id);
}
