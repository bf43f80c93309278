import { applyEdits, type DocumentEdit, type SopDocument } from "../../../domain/index.js";
import type { Reader, Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";

/** How many saves are read at once on the way back, of all versions together. */
const STRIDE = 100;

export const revisionKey = (versionId: number, revision: number): string =>
  `${versionId}:${revision}`;

/** A version on its way back to one of its revisions; `document: null`: there is no way. */
interface WayBack {
  readonly versionId: number;
  readonly wanted: number;
  at: number;
  document: SopDocument | null;
}

/**
 * What versions said at one of their revisions (see `revisionKey`): what they say now, and their
 * saves taken back one by one. `null` where the history does not reach so far.
 */
export const documentAt: LoaderDefinition<string, SopDocument | null> = {
  name: "documentAt",
  async load({ reader }, keys) {
    const wanted = keys.map((key) => key.split(":").map(Number) as [number, number]);
    const ids = [...new Set(wanted.map(([versionId]) => versionId))];
    const heads = await reader.all<Row & { id: number; revision: number; document: string }>(
      `SELECT id, revision, document FROM sop_version WHERE id IN (${placeholders(ids)})`,
      ids,
    );
    const byId = new Map(heads.map((head) => [head.id, head]));
    const ways = wanted.map(([versionId, revision]): WayBack => {
      const head = byId.get(versionId);
      const isThere = head !== undefined && revision >= 1 && revision <= head.revision;
      const document = isThere ? (JSON.parse(head.document) as SopDocument) : null;
      return { versionId, wanted: revision, at: isThere ? head.revision : revision, document };
    });
    for (;;) {
      const open = ways.filter((way) => way.document !== null && way.at > way.wanted);
      if (open.length === 0) return ways.map(({ document }) => document);
      await stepBack(reader, open);
    }
  },
};

/** Takes a stretch of saves back on each of the ways, read in one statement. */
async function stepBack(reader: Pick<Reader, "all">, ways: readonly WayBack[]): Promise<void> {
  const stride = Math.max(10, Math.floor(STRIDE / ways.length));
  const stretches = ways.map((way) => ({ way, stop: Math.max(way.wanted, way.at - stride) }));
  const within = stretches.map(() => "(version_id = ? AND revision > ? AND revision <= ?)");
  const saves = await reader.all<
    Row & { version_id: number; revision: number; inverse: string | null }
  >(
    `SELECT version_id, revision, inverse FROM draft_edit WHERE ${within.join(" OR ")}
      ORDER BY version_id, revision DESC`,
    stretches.flatMap(({ way, stop }) => [way.versionId, stop, way.at]),
  );
  for (const { way, stop } of stretches) {
    const inverses = saves.flatMap(({ version_id, revision, inverse }) =>
      version_id === way.versionId && revision > stop && revision <= way.at && inverse !== null
        ? [inverse]
        : [],
    );
    way.document = takenBack(way, stop, inverses);
    way.at = stop;
  }
}

function takenBack(way: WayBack, stop: number, inverses: readonly string[]): SopDocument | null {
  if (way.document === null || inverses.length < way.at - stop) return null;
  const back = inverses.flatMap((inverse) => JSON.parse(inverse) as DocumentEdit[]);
  const result = applyEdits(way.document, back);
  if (!result.ok) {
    throw new Error(`Version ${way.versionId}: its history does not lead back to ${stop}`);
  }
  return result.document;
}
