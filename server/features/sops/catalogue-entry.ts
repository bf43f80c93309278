import { kindOf, type SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Database, Row, Statement } from "../../persistence/database.js";

/** Whether a case of the document is started by whoever requests it. */
export function opensToRequester({ graph }: SopDocument): boolean {
  const start = graph.nodes.find((node) => kindOf(node).begins);
  const lane = graph.lanes.find(({ key }) => key === start?.parts[0]?.lane);
  return lane?.binding?.type === "REQUESTER";
}

/**
 * Writes down what the catalogue asks of a version that is enacted. Its document never changes again,
 * so neither does this.
 */
export const insertCatalogueEntry = (versionId: number, document: SopDocument): Statement =>
  entryOf("INSERT", versionId, document);

function entryOf(verb: string, versionId: number, document: SopDocument): Statement {
  return {
    sql: `${verb} INTO catalogue_entry (version_id, opens_to_requester, words) VALUES (?, ?, ?)`,
    params: [versionId, opensToRequester(document) ? 1 : 0, wordsOf(document)],
  };
}

function wordsOf({ identity, graph }: SopDocument): string {
  const texts = [
    identity.title,
    identity.procedure,
    identity.unit,
    ...graph.nodes.flatMap((node) => [node.text, ...node.requirements.map(({ text }) => text)]),
    ...graph.outputs.map(({ name }) => name),
  ];
  const lines = texts.flatMap((text) => (text ? [text.toLowerCase()] : []));
  return [...new Set(lines)].join("\n");
}

const batchSize = 50;

/**
 * Writes the entries that are missing: of versions that were enacted before there was a catalogue, or
 * came with a backup of that time. It may run on any server, and twice at once.
 */
export async function fillCatalogue(database: Database, ctx: Context): Promise<number> {
  let filled = 0;
  for (;;) {
    const written = await database.unitOfWork.run(ctx, async (tx) => {
      const rows = await tx.all<Row & { id: number; document: string }>(
        `SELECT v.id, v.document FROM sop_version v WHERE v.status = 'ENACTED'
          AND NOT EXISTS (SELECT 1 FROM catalogue_entry c WHERE c.version_id = v.id)
          ORDER BY v.id LIMIT ${batchSize}`,
        [],
      );
      if (rows.length === 0) return 0;
      // Another server may be at the same work.
      const verb = database.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
      await tx.batch(
        rows.map(({ id, document }) => entryOf(verb, id, JSON.parse(document) as SopDocument)),
      );
      return rows.length;
    });
    filled += written;
    if (written < batchSize) return filled;
  }
}
