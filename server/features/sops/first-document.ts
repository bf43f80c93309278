import type { SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Row, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { copyDocument, type Destination } from "./copy-document.js";
import { newDocument } from "./new-document.js";
import { sopTemplates } from "./sop-templates.js";

/** What a new SOP starts from; both `null`: from nothing. */
export interface Beginning {
  /** A version of another SOP. */
  readonly copyOf: number | null;
  /** Key of a template. */
  readonly template: string | null;
}

export interface FirstDocument {
  readonly document: SopDocument;
  /** The version that it is a copy of. */
  readonly sourceVersionId: number | null;
}

/** What the first draft of a new SOP of the office says. */
export async function firstDocument(
  ctx: Context,
  tx: Tx,
  { copyOf, template }: Beginning,
  to: Destination & { readonly officeId: number },
): Promise<FirstDocument> {
  if (copyOf !== null && template !== null) throw new Refusal("INVALID", "input.template");
  if (copyOf !== null)
    return { document: await copied(ctx, tx, copyOf, to), sourceVersionId: copyOf };
  if (template === null) return { document: newDocument(to), sourceVersionId: null };
  const content = sopTemplates().get(template);
  if (!content) throw new Refusal("NOT_FOUND", "input.template");
  return { document: newDocument(to, content), sourceVersionId: null };
}

async function copied(
  ctx: Context,
  tx: Tx,
  versionId: number,
  to: Destination & { readonly officeId: number },
): Promise<SopDocument> {
  const source = await tx.get<Row & { officeId: number; status: string; document: string }>(
    `SELECT s.office_id AS officeId, v.status, v.document FROM sop_version v
      JOIN sop s ON s.id = v.sop_id WHERE v.id = ?`,
    [versionId],
  );
  const read = source?.status === "ENACTED" ? "sop.read" : "sop.readDraft";
  if (!source || !allows(ctx.actor, read, { officeId: source.officeId })) {
    throw new Refusal("NOT_FOUND", "input.copyOf");
  }
  const document = JSON.parse(source.document) as SopDocument;
  const known = await positionsOf(tx, to.officeId, document);
  return copyDocument(document, to, {
    isSameOffice: source.officeId === to.officeId,
    isKnown: (position) => known.has(position),
  });
}

/** Those of the positions that a document names which the office has. */
async function positionsOf(
  tx: Tx,
  officeId: number,
  { graph }: SopDocument,
): Promise<ReadonlySet<string>> {
  const codes = graph.lanes.flatMap(({ binding }) =>
    binding?.type === "POSITION" ? [binding.position] : [],
  );
  if (codes.length === 0) return new Set();
  const rows = await tx.all<Row & { code: string }>(
    `SELECT code FROM position WHERE office_id = ? AND code IN (${placeholders(codes)})`,
    [officeId, ...codes],
  );
  return new Set(rows.map(({ code }) => code));
}
