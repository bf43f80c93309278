import type { SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import type { Row, Tx } from "../../persistence/database.js";
import type { PositionNeeds } from "../people/people-service.js";

interface EnactedRow extends Row {
  readonly id: number;
  readonly sopId: number;
  readonly title: string;
  readonly document: string;
  readonly isNeeded: number;
}

/** Which SOPs need a position: those that are or will be in force, or of which a case still runs. */
export class PositionNeedsService implements PositionNeeds {
  async sopTitles(ctx: Context, tx: Tx, code: string): Promise<readonly string[]> {
    const rows = await tx.all<EnactedRow>(
      `SELECT v.id, v.sop_id AS sopId, s.title, v.document, CASE WHEN
          (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
          AND NOT EXISTS (SELECT 1 FROM sop_version w WHERE w.sop_id = v.sop_id
            AND w.status = 'ENACTED' AND w.ordinal > v.ordinal AND w.in_force_from <= ?)
          THEN 1 ELSE 0 END AS isNeeded
        FROM sop_version v JOIN sop s ON s.id = v.sop_id
        WHERE v.status = 'ENACTED' AND v.document LIKE ? ESCAPE '!' ORDER BY s.title, v.ordinal`,
      [ctx.now(), `%"position":"${code.replaceAll("_", "!_")}"%`],
    );
    const titles = new Set<string>();
    for (const row of rows) {
      if (!bindsTo(row.document, code)) continue;
      if (row.isNeeded === 1 || (await hasCases(tx, row))) titles.add(row.title);
    }
    return [...titles];
  }
}

const bindsTo = (json: string, code: string): boolean =>
  (JSON.parse(json) as SopDocument).graph.lanes.some(
    ({ binding }) => binding?.type === "POSITION" && binding.position === code,
  );

const hasCases = async (tx: Tx, { id, sopId }: EnactedRow): Promise<boolean> =>
  (await tx.get(
    `SELECT id FROM instance WHERE sop_id = ? AND version_id = ?
      AND status IN ('RUNNING', 'HELD') LIMIT 1`,
    [sopId, id],
  )) !== undefined;
