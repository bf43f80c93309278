import { basename } from "node:path";
import {
  applyEdits,
  type DocumentEdit,
  type ReviewNote,
  type SopDocument,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { toGlobalId } from "../../kernel/global-id.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { insertCatalogueEntry } from "./catalogue-entry.js";
import { listSeeds, readSeed } from "../people/people-service.js";
import { insertRevision } from "./new-draft.js";

/** One file of `seeds/procedures`. */
interface Procedure {
  readonly office: string;
  readonly number: string | null;
  readonly part: string | null;
  readonly title: string;
  readonly document: SopDocument;
  readonly notes: readonly ReviewNote[];
}

/** One file of `seeds/revisions`, named as the procedure that it revises. */
interface Revision {
  /** The procedure that its new connectors run; ids are known only once it is seeded. */
  readonly calls: string;
  readonly edits: readonly DocumentEdit[];
}

interface SeededSop {
  readonly sopId: number;
  /** Of the version in force. */
  readonly id: number;
  /** SopDocument as JSON. */
  readonly document: string;
}

interface OfficeRow extends Row {
  readonly id: number;
  readonly code: string;
}

/** Loads the six real procedures as SOPs in force, once the demo office is there and while there is no SOP. */
export async function seedSops(database: Database, ctx: Context): Promise<number> {
  const paths = listSeeds("procedures");
  const procedures = paths.map((path) => readSeed<Procedure>(path));
  return database.unitOfWork.run(ctx, async (tx) => {
    if (await tx.get("SELECT id FROM sop LIMIT 1", [])) return 0;
    const offices = await tx.all<OfficeRow>("SELECT id, code FROM office", []);
    const officeIds = new Map(offices.map(({ id, code }) => [code, id]));
    // An installation with offices of its own has no use for the demo's procedures.
    if (!procedures.every(({ office }) => officeIds.has(office))) return 0;
    const seeded = new Map<string, SeededSop>();
    for (const [index, procedure] of procedures.entries()) {
      const officeId = officeIds.get(procedure.office) ?? 0;
      const sop = await insertProcedure(tx, procedure, officeId, ctx.now());
      seeded.set(basename(paths[index] ?? "", ".json"), sop);
    }
    for (const path of listSeeds("revisions")) await insertSeedDraft(tx, ctx, path, seeded);
    return procedures.length;
  });
}

async function insertProcedure(
  tx: Tx,
  it: Procedure,
  officeId: number,
  now: number,
): Promise<SeededSop> {
  const { insertId: sopId } = await tx.run(
    "INSERT INTO sop (office_id, number, part, title, created_at) VALUES (?, ?, ?, ?, ?)",
    [officeId, it.number, it.part ?? "", it.title, now],
  );
  const { insertId: versionId } = await tx.run(
    `INSERT INTO sop_version (sop_id, ordinal, status, revision, document, in_force_from, enacted_at,
      created_at, updated_at) VALUES (?, 1, 'ENACTED', 1, ?, ?, ?, ?, ?)`,
    [sopId, JSON.stringify(it.document), now, now, now, now],
  );
  await tx.batch([
    insertCatalogueEntry(versionId, it.document),
    ...it.notes.map(({ target, text }) => ({
      sql: `INSERT INTO review_note (version_id, target_type, target_key, target_field, text,
        created_at) VALUES (?, ?, ?, ?, ?, ?)`,
      params: [versionId, target.type, target.key, target.field, text, now],
    })),
  ]);
  return { sopId, id: versionId, document: JSON.stringify(it.document) };
}

/** Opens the draft of a next version: what is in force stays as it was read. */
async function insertSeedDraft(
  tx: Tx,
  ctx: Context,
  path: string,
  seeded: ReadonlyMap<string, SeededSop>,
): Promise<void> {
  const source = seeded.get(basename(path, ".json"));
  const revision = readSeed<Revision>(path);
  const called = seeded.get(revision.calls);
  if (!source || !called) throw new Error(`${path} revises or calls what is no procedure`);
  const sop = toGlobalId("Sop", called.sopId);
  const edits = revision.edits.map((edit) =>
    edit.op === "ADD" && edit.in === "nodes" && edit.value.call
      ? { ...edit, value: { ...edit.value, call: { ...edit.value.call, sop } } }
      : edit,
  );
  const result = applyEdits(JSON.parse(source.document) as SopDocument, edits);
  if (!result.ok) throw new Error(`${path} does not fit: ${JSON.stringify(result)}`);
  await insertRevision(tx, ctx, { ...source, document: JSON.stringify(result.document) });
}
