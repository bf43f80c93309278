import type { ReviewNote, SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { insertCatalogueEntry } from "./catalogue-entry.js";
import { listSeeds, readSeed } from "../people/people-service.js";

/** One file of `seeds/procedures`. */
interface Procedure {
  readonly office: string;
  readonly number: string | null;
  readonly part: string | null;
  readonly title: string;
  readonly document: SopDocument;
  readonly notes: readonly ReviewNote[];
}

interface OfficeRow extends Row {
  readonly id: number;
  readonly code: string;
}

/** Loads the six real procedures as SOPs in force, once the demo office is there and while there is no SOP. */
export async function seedSops(database: Database, ctx: Context): Promise<number> {
  const procedures = listSeeds("procedures").map((path) => readSeed<Procedure>(path));
  return database.unitOfWork.run(ctx, async (tx) => {
    if (await tx.get("SELECT id FROM sop LIMIT 1", [])) return 0;
    const offices = await tx.all<OfficeRow>("SELECT id, code FROM office", []);
    const officeIds = new Map(offices.map(({ id, code }) => [code, id]));
    // An installation with offices of its own has no use for the demo's procedures.
    if (!procedures.every(({ office }) => officeIds.has(office))) return 0;
    for (const procedure of procedures) {
      await insertProcedure(tx, procedure, officeIds.get(procedure.office) ?? 0, ctx.now());
    }
    return procedures.length;
  });
}

async function insertProcedure(
  tx: Tx,
  it: Procedure,
  officeId: number,
  now: number,
): Promise<void> {
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
}
