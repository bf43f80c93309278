import { kindOf } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows, authorize, Unauthenticated } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { findCaseHead } from "../../persistence/case-store.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import type { EnactedVersion } from "../../runtime/enacted-version.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { limitText } from "./limit-text.js";

export interface CaseIds extends RecordedIds {
  readonly instanceId: number;
}

export interface NewInstance {
  readonly sopId: number;
  readonly title: string | null;
  /** Set: on behalf of somebody of this name, who has no account. */
  readonly requesterName: string | null;
  readonly idempotencyKey: string | null;
}

/** Starts cases, and holds, resumes and cancels them. */
export class CaseService {
  constructor(
    private readonly database: Database,
    private readonly runner: CaseRunner,
  ) {}

  start(ctx: Context, input: NewInstance): Promise<CaseIds> {
    const { actor } = ctx;
    if (actor.type === "ANONYMOUS") throw new Unauthenticated();
    const title = limitText(input.title, 500, "input.title");
    const onBehalfOf = limitText(input.requesterName, 200, "input.requesterName");
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "startInstance", key, body };
    return runIdempotently<CaseIds>(ctx, this.database, call, async (tx, remember) => {
      const version = await this.#versionInForce(ctx, tx, input.sopId);
      const subject = { officeId: version.officeId, positionId: startPosition(version) };
      if (onBehalfOf === null && actor.type === "PERSON") {
        if (!allows(actor, "case.start", subject)) throw new Refusal("WRONG_LANE", "input.sopId");
      } else if (onBehalfOf === null) {
        throw new Refusal("INVALID", "input.requesterName");
      } else {
        authorize(ctx, "case.startOnBehalf", subject);
      }
      const personId = actor.type === "PERSON" ? actor.personId : null;
      const requester = onBehalfOf === null ? personId : null;
      const instanceId = await this.runner.start(
        ctx,
        tx,
        {
          sopId: version.sopId,
          versionId: version.versionId,
          officeId: version.officeId,
          title,
          requesterId: requester,
          requesterName: onBehalfOf ?? ("name" in actor ? actor.name : ""),
          startedBy: personId,
        },
        personId,
        (id) => remember({ instanceId: id }),
      );
      return { instanceId };
    });
  }

  hold(ctx: Context, instanceId: number, reason: string): Promise<void> {
    const text = limitText(reason, 2000, "input.reason") ?? "";
    return this.#command(ctx, instanceId, "case.hold", { type: "HOLD", reason: text });
  }

  resume(ctx: Context, instanceId: number): Promise<void> {
    return this.#command(ctx, instanceId, "case.resume", { type: "RESUME" });
  }

  cancel(ctx: Context, instanceId: number, reason: string): Promise<void> {
    const text = limitText(reason, 2000, "input.reason") ?? "";
    return this.#command(ctx, instanceId, "case.cancel", { type: "CANCEL", reason: text });
  }

  #command(
    ctx: Context,
    instanceId: number,
    action: "case.hold" | "case.resume" | "case.cancel",
    command: Parameters<CaseRunner["run"]>[3],
  ): Promise<void> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const head = await findCaseHead(tx, instanceId);
      if (!head) throw new Refusal("NOT_FOUND", "input.instanceId");
      const subject = { officeId: head.officeId, requesterId: head.requesterId };
      // A case that the caller may not even see is not there.
      if (ctx.actor.type !== "ANONYMOUS" && !allows(ctx.actor, "case.read", subject)) {
        throw new Refusal("NOT_FOUND", "input.instanceId");
      }
      authorize(ctx, action, subject);
      await this.runner.run(ctx, tx, head, command, []);
    });
  }

  async #versionInForce(ctx: Context, tx: Tx, sopId: number): Promise<EnactedVersion> {
    // Retiring takes back whatever was enacted before it, and nothing that is enacted afterwards.
    const newest = await tx.get<Row & { versionId: number | null }>(
      `SELECT v.id AS versionId FROM sop s
        LEFT JOIN sop_version v ON v.sop_id = s.id AND v.status = 'ENACTED' AND v.in_force_from <= ?
          AND (s.retired_at IS NULL OR v.enacted_at > s.retired_at)
        WHERE s.id = ? ORDER BY v.in_force_from DESC, v.ordinal DESC LIMIT 1`,
      [ctx.now(), sopId],
    );
    if (!newest) throw new Refusal("NOT_FOUND", "input.sopId");
    if (newest.versionId === null) throw new Refusal("NOT_IN_FORCE", "input.sopId");
    return this.runner.versions.get(tx, newest.versionId);
  }
}

/** The position of the start's lane; `null` where it is the requester's. */
function startPosition(version: EnactedVersion): number | null {
  const start = version.graph.nodes.find((node) => kindOf(node).begins);
  const binding = version.plan.bindings.get(start?.parts[0]?.lane ?? "") ?? null;
  if (binding?.type !== "POSITION") return null;
  // A position that is gone is held by nobody, and must not pass for the requester's lane.
  return version.positionIds.get(binding.position) ?? -1;
}
