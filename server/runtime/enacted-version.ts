import { compilePlan, type Graph, type Plan, type SopDocument } from "../../domain/index.js";
import type { Row, SqlReader } from "../persistence/database.js";
import { BoundedCache } from "../kernel/bounded-cache.js";

/** An enacted version as the runtime uses it. */
export interface EnactedVersion {
  readonly versionId: number;
  readonly sopId: number;
  readonly officeId: number;
  readonly graph: Graph;
  readonly plan: Plan;
  /** Position id by position code, for the lanes that are bound to one. */
  readonly positionIds: ReadonlyMap<string, number>;
}

/**
 * The position whose holders work a lane; `null` for the requester's. A lane without either must
 * never pass for the requester's, so it is an error.
 */
export function positionOfLane(version: EnactedVersion, lane: string): number | null {
  const binding = version.plan.bindings.get(lane) ?? null;
  if (binding?.type === "REQUESTER") return null;
  const positionId = binding && version.positionIds.get(binding.position);
  if (typeof positionId === "number") return positionId;
  throw new Error(`Version ${version.versionId}: nobody works the lane “${lane}”`);
}

/**
 * Reads enacted versions and keeps them: they never change, and neither does the code of a
 * position, so that a case of a known version costs no query.
 */
export class EnactedVersions {
  readonly #known = new BoundedCache<number, EnactedVersion>(500);

  async get(reader: SqlReader, versionId: number): Promise<EnactedVersion> {
    const known = this.#known.get(versionId);
    if (known) return known;
    const version = await this.#read(reader, versionId);
    this.#known.set(versionId, version);
    return version;
  }

  async #read(reader: SqlReader, versionId: number): Promise<EnactedVersion> {
    const row = await reader.get<Row & { sop_id: number; office_id: number; document: string }>(
      `SELECT v.sop_id, s.office_id, v.document FROM sop_version v JOIN sop s ON s.id = v.sop_id
        WHERE v.id = ? AND v.status IN ('ENACTED', 'REVOKED')`,
      [versionId],
    );
    if (!row) throw new Error(`Version ${versionId} is not enacted`);
    const { graph } = JSON.parse(row.document) as SopDocument;
    const codes = graph.lanes.flatMap(({ binding }) =>
      binding?.type === "POSITION" ? [binding.position] : [],
    );
    const positions =
      codes.length === 0
        ? []
        : await reader.all<Row & { id: number; code: string }>(
            `SELECT id, code FROM position WHERE code IN (${codes.map(() => "?").join(", ")})`,
            codes,
          );
    return {
      versionId,
      sopId: row.sop_id,
      officeId: row.office_id,
      graph,
      plan: compilePlan(graph),
      positionIds: new Map(positions.map(({ id, code }) => [code, id])),
    };
  }
}
