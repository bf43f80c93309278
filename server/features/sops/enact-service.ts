import { type Graph, kindOf, type SopDocument } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { authorize } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import { runIdempotently } from "../../runtime/idempotency.js";
import { type DraftRow, findDraft } from "./draft-service.js";
import { type Problem, problemsOf } from "./problem-type.js";
import { personOf } from "./sop-service.js";

export interface Enactment {
  readonly versionId: number;
  readonly revision: number;
  /** `null`: at once. */
  readonly inForceFrom: number | null;
  readonly idempotencyKey: string | null;
}

/** Thrown to leave the unit of work; the problems are the answer, and nothing was changed. */
class Faulty extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super("The drawing has problems");
  }
}

/** Puts a version into force (sahkan), if the drawing has no problem. */
export class EnactService {
  constructor(private readonly database: Database) {}

  /** The problems that keep it from being enacted; none when it was. */
  async enact(ctx: Context, input: Enactment): Promise<readonly Problem[]> {
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "enactVersion", key, body };
    try {
      await runIdempotently(ctx, this.database, call, async (tx, remember) => {
        const draft = await findDraft(tx, input.versionId);
        authorize(ctx, "sop.enact", { officeId: draft.officeId });
        if (draft.status === "ENACTED") throw new Refusal("NOT_DRAFT", "input.versionId");
        if (draft.revision !== input.revision) throw new Refusal("CONFLICT", "input.revision");
        const from = await this.#inForceFrom(ctx, tx, draft, input.inForceFrom);
        const { graph } = JSON.parse(draft.document) as SopDocument;
        const problems = problemsOf(graph, ctx.locale);
        if (problems.length > 0) throw new Faulty(problems);
        await refuseUnknownPositions(tx, graph);
        refuseConnectors(graph);
        const enactedAt = await this.#enactedAt(ctx, tx, draft);
        await tx.batch([
          {
            sql: `UPDATE sop_version SET status = 'ENACTED', draft_slot = NULL, in_force_from = ?,
              enacted_at = ?, enacted_by = ?, updated_at = ?
              WHERE id = ? AND revision = ? AND status IN ('DRAFT', 'SUBMITTED')`,
            params: [from, enactedAt, personOf(ctx), ctx.now(), draft.id, draft.revision],
            expect: 1,
          },
          ...remember({ versionId: draft.id }),
        ]);
        return { versionId: draft.id };
      });
      return [];
    } catch (error) {
      if (error instanceof Faulty) return error.problems;
      throw error;
    }
  }

  /** Now, and in any case after the SOP was retired: a new version brings it back, no old one. */
  async #enactedAt(ctx: Context, tx: Tx, draft: DraftRow): Promise<number> {
    const sop = await tx.get<Row & { retiredAt: number | null }>(
      "SELECT retired_at AS retiredAt FROM sop WHERE id = ?",
      [draft.sopId],
    );
    return Math.max(ctx.now(), (sop?.retiredAt ?? -1) + 1);
  }

  /** Versions come into force in the order of their numbers, and never in the past. */
  async #inForceFrom(
    ctx: Context,
    tx: Tx,
    draft: DraftRow,
    wanted: number | null,
  ): Promise<number> {
    const before = await tx.get<Row & { latest: number | null }>(
      "SELECT MAX(in_force_from) AS latest FROM sop_version WHERE sop_id = ? AND status = 'ENACTED'",
      [draft.sopId],
    );
    const earliest = Math.max(ctx.now(), (before?.latest ?? 0) + 1);
    if (wanted !== null && wanted < earliest) {
      throw new Refusal("INVALID", "input.inForceFrom", {
        reason: new Date(earliest).toISOString(),
      });
    }
    return wanted ?? earliest;
  }
}

async function refuseUnknownPositions(tx: Tx, graph: Graph): Promise<void> {
  const codes = graph.lanes.flatMap(({ binding }) =>
    binding?.type === "POSITION" ? [binding.position] : [],
  );
  if (codes.length === 0) return;
  const rows = await tx.all<Row & { code: string }>(
    `SELECT code FROM position WHERE code IN (${placeholders(codes)})`,
    codes,
  );
  const known = new Set(rows.map(({ code }) => code));
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) throw new Refusal("INVALID", "lanes", { reason: unknown });
}

/** Calling another SOP is not run yet; an SOP that would stop there must not come into force. */
function refuseConnectors(graph: Graph): void {
  const connector = graph.nodes.find((node) => kindOf(node).opens(node) === "CALL");
  if (connector) throw new Refusal("INVALID", "nodes", { reason: `connector “${connector.text}”` });
}
