import type { Context } from "../../kernel/context.js";
import { type Action, allows, authorizeChange } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, Tx } from "../../persistence/database.js";

export type StoredStatus = "DRAFT" | "SUBMITTED" | "ENACTED" | "REVOKED";

/** A version as what changes it reads it. */
export interface VersionRow extends Row {
  readonly id: number;
  readonly sopId: number;
  readonly officeId: number;
  readonly status: StoredStatus;
  readonly revision: number;
}

/** The same with what it says, as JSON. */
export interface WholeVersionRow extends VersionRow {
  readonly document: string;
}

/** Still being written: no one has enacted it. */
export const isOpen = (status: StoredStatus): boolean =>
  status === "DRAFT" || status === "SUBMITTED";

/** The version of the argument `input.versionId`; tells whoever drafts apart "gone" and "never there". */
export const findVersion = (ctx: Context, tx: Tx, versionId: number): Promise<VersionRow> =>
  find<VersionRow>(ctx, tx, versionId, "");

export const findWholeVersion = (
  ctx: Context,
  tx: Tx,
  versionId: number,
): Promise<WholeVersionRow> => find<WholeVersionRow>(ctx, tx, versionId, ", v.document");

async function find<R extends VersionRow>(
  ctx: Context,
  tx: Tx,
  versionId: number,
  more: string,
): Promise<R> {
  const version = await tx.get<R>(
    `SELECT v.id, v.sop_id AS sopId, s.office_id AS officeId, v.status, v.revision${more}
      FROM sop_version v JOIN sop s ON s.id = v.sop_id WHERE v.id = ?`,
    [versionId],
  );
  if (version) return version;
  const gone = await tx.get<Row & { officeId: number; name: string | null }>(
    `SELECT d.office_id AS officeId, p.name FROM discarded_draft d
      LEFT JOIN person p ON p.id = d.person_id WHERE d.version_id = ?`,
    [versionId],
  );
  const isTold = gone && allows(ctx.actor, "sop.readDraft", { officeId: gone.officeId });
  if (!isTold) throw new Refusal("NOT_FOUND", "input.versionId");
  throw new Refusal("DISCARDED", "input.versionId", gone.name === null ? {} : { name: gone.name });
}

/** A version that the caller may not even see is not there. */
export function authorizeVersion(ctx: Context, action: Action, version: VersionRow): void {
  const { officeId, status } = version;
  const read = status === "ENACTED" ? "sop.read" : "sop.readDraft";
  authorizeChange(ctx, action, { officeId }, { read, field: "input.versionId" });
}

/** Refuses, saying what it is instead, unless the version is a draft or, if `SUBMITTED`, waits. */
export function expectStatus(version: VersionRow, wanted: "DRAFT" | "SUBMITTED"): void {
  const { status } = version;
  if (status === wanted) return;
  if (!isOpen(status)) throw new Refusal("ALREADY_ENACTED", "input.versionId");
  throw new Refusal(wanted === "DRAFT" ? "NOT_DRAFT" : "NOT_SUBMITTED", "input.versionId");
}
