import { type CaseState, kindOf, visitWaitingFor } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows, authorizeChange, requirePerson, requireSignedIn } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { type CaseHead, findCaseHead } from "../../persistence/case-store.js";
import type { Database, Tx } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import { type EnactedVersion, positionOfLane } from "../../runtime/enacted-version.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { findVersionInForce } from "../../runtime/version-in-force.js";
import { takeUploads } from "../files/file-service.js";
import { mayReadOn } from "./case-access.js";
import { limitText } from "./limit-text.js";
import { type NewReceipt, newReceipt } from "./receipt-code.js";
import { insertReceipt } from "./receipt-service.js";

// What other features may use of this one.
export { abandoned, isAbandoned } from "./abandoned-task.js";
export { mayRead, readThrough } from "./case-access.js";
export { instanceById, taskById } from "./case-loaders.js";
export { Instance, Task } from "./case-types.js";
export { WaitingCall } from "./flow-types.js";
export { waitingCallAt } from "./waiting-call.js";
export { touchesWorklist } from "./worklist-changes.js";

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

  /**
   * `receipt` is `null` where the same start was asked for before: the case has the receipt of that
   * time, whose secret nobody knows any more.
   */
  async start(
    ctx: Context,
    input: NewInstance,
  ): Promise<{ readonly instanceId: number; readonly receipt: NewReceipt | null }> {
    const actor = requireSignedIn(ctx);
    const title = limitText(input.title, 500, "input.title");
    const onBehalfOf = limitText(input.requesterName, 200, "input.requesterName");
    const { idempotencyKey: key, ...body } = input;
    const recheck = async (tx: Tx, { instanceId }: CaseIds): Promise<void> => {
      const head = await findCaseHead(tx, instanceId);
      if (!head || !(await seesStarted(ctx, tx, head)))
        throw new Refusal("NOT_FOUND", "input.sopId");
    };
    const call = { mutation: "startInstance", key, body, recheck };
    const made = new Map<CaseIds, NewReceipt>();
    const { dialect } = this.database;
    const started = await runIdempotently<CaseIds>(
      ctx,
      this.database,
      call,
      async (tx, remember) => {
        const receipt = newReceipt();
        const version = await this.#versionInForce(ctx, tx, input.sopId);
        const subject = { officeId: version.officeId, positionId: startPosition(version) };
        if (onBehalfOf === null && actor.type === "PERSON") {
          if (!allows(actor, "case.start", subject)) throw new Refusal("WRONG_LANE", "input.sopId");
        } else if (onBehalfOf === null) {
          throw new Refusal("INVALID", "input.requesterName");
        } else {
          const asked = { read: "sop.read", field: "input.sopId" } as const;
          authorizeChange(ctx, "case.startOnBehalf", subject, asked);
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
            parent: null,
          },
          personId,
          (id) => [...remember({ instanceId: id }), insertReceipt(dialect, id, receipt, ctx.now())],
        );
        const ids = { instanceId };
        made.set(ids, receipt);
        return ids;
      },
    );
    return { instanceId: started.instanceId, receipt: made.get(started) ?? null };
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

  /** Whoever may read the case may say something to it, also while it is held. */
  comment(
    ctx: Context,
    input: {
      readonly instanceId: number;
      /** May be empty where there are files. */
      readonly text: string;
      readonly uploadIds: readonly number[];
      readonly idempotencyKey: string | null;
    },
  ): Promise<CaseIds> {
    requirePerson(ctx);
    const text = limitText(input.text, 4000, "input.text") ?? "";
    const { uploadIds } = input;
    if (text === "" && uploadIds.length === 0) throw new Refusal("INVALID", "input.text");
    const { idempotencyKey: key, ...body } = input;
    const find = async (tx: Tx, instanceId: number): Promise<CaseHead> => {
      const head = await findCaseHead(tx, instanceId);
      if (head && (await mayReadOn(tx, ctx.actor, "case.read", head))) return head;
      throw new Refusal("NOT_FOUND", "input.instanceId");
    };
    const recheck = async (tx: Tx, { instanceId }: CaseIds) => void (await find(tx, instanceId));
    const call = { mutation: "commentOnInstance", key, body, recheck };
    return runIdempotently<CaseIds>(ctx, this.database, call, async (tx, remember) => {
      const { instanceId } = input;
      const head = await find(tx, instanceId);
      const field = "input.files";
      const taken = await takeUploads(ctx, tx, instanceId, [
        { uploadIds, purpose: "COMMENT", about: null, field },
      ]);
      const [files = []] = taken.files;
      await this.runner.run(ctx, tx, head, { type: "COMMENT", text, files }, [
        ...taken.statements(null),
        ...remember({ instanceId }),
      ]);
      return { instanceId };
    });
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
      const read = await mayReadOn(tx, ctx.actor, "case.read", head);
      authorizeChange(ctx, action, head, { read, field: "input.instanceId" });
      if (command.type === "RESUME") await refuseWhileParentHeld(tx, head);
      await this.runner.run(ctx, tx, head, command, []);
    });
  }

  async #versionInForce(ctx: Context, tx: Tx, sopId: number): Promise<EnactedVersion> {
    const found = await findVersionInForce(tx, sopId, ctx.now());
    if (!found) throw new Refusal("NOT_FOUND", "input.sopId");
    const { officeId, versionId, isEnacted } = found;
    const read = isEnacted ? "sop.read" : "sop.readDraft";
    if (versionId === null) {
      // An SOP that the caller may not even see is not there.
      const seen = allows(ctx.actor, read, { officeId });
      throw new Refusal(seen ? "NOT_IN_FORCE" : "NOT_FOUND", "input.sopId");
    }
    return this.runner.versions.get(tx, versionId);
  }
}

/** A case that another waits for goes on no sooner than that one, for whatever reason it was held. */
async function refuseWhileParentHeld(tx: Tx, head: CaseHead): Promise<void> {
  if (head.parentInstanceId === null) return;
  const parent = await findCaseHead(tx, head.parentInstanceId);
  if (!parent) return;
  const state = JSON.parse(parent.state) as CaseState;
  if (state.status === "HELD" && visitWaitingFor(state, head.instanceId)) {
    throw new Refusal("HELD_BY_PARENT", "input.instanceId");
  }
}

/** The position of the start's lane; `null` where it is the requester's. */
function startPosition(version: EnactedVersion): number | null {
  const start = version.graph.nodes.find((node) => kindOf(node).begins);
  return positionOfLane(version, start?.parts[0]?.lane ?? "");
}

/** Whether the caller may still be shown what they started: a program also for whom it may start. */
async function seesStarted(ctx: Context, tx: Tx, head: CaseHead): Promise<boolean> {
  const { officeId, requesterId } = head;
  const onBehalf = { officeId, positionId: null };
  if (requesterId === null && allows(ctx.actor, "case.startOnBehalf", onBehalf)) return true;
  return mayReadOn(tx, ctx.actor, "case.read", head);
}
