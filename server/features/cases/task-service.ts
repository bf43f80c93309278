import type { CaseCommand, GivenOutput } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { type Action, allows, Unauthenticated } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { findTaskHead, type TaskHead } from "../../persistence/case-store.js";
import type { Database, Statement, Tx } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { limitText } from "./limit-text.js";

export interface TaskIds extends RecordedIds {
  readonly taskId: number;
  readonly instanceId: number;
}

export interface Completion {
  readonly taskId: number;
  readonly outcome: string | null;
  readonly given: readonly GivenOutput[];
  readonly comment: string | null;
  readonly idempotencyKey: string | null;
}

const MAX_OUTPUTS = 50;

/** What people do with their tasks. Who may is settled here, whether it fits is the engine's. */
export class TaskService {
  constructor(
    private readonly database: Database,
    private readonly runner: CaseRunner,
  ) {}

  claim(ctx: Context, taskId: number): Promise<TaskIds> {
    return this.#alone(ctx, taskId, (no, by) => ({ type: "CLAIM", task: no, by }));
  }

  release(ctx: Context, taskId: number): Promise<TaskIds> {
    return this.#alone(ctx, taskId, (no, by) => ({ type: "RELEASE", task: no, by }));
  }

  /** Hands a task to another holder of its lane's position. */
  delegate(ctx: Context, taskId: number, to: number): Promise<TaskIds> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const by = requirePerson(ctx);
      const head = await this.#open(ctx, tx, taskId, "task.delegate");
      await refuseOutsider(ctx, tx, head, to);
      const command: CaseCommand = { type: "DELEGATE", task: head.taskNo, by, to };
      return this.#run(ctx, tx, head, command, () => []);
    });
  }

  complete(ctx: Context, input: Completion): Promise<TaskIds> {
    if (ctx.actor.type === "ANONYMOUS") throw new Unauthenticated();
    const comment = limitText(input.comment, 4000, "input.comment");
    const given = checkedOutputs(input.given);
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "completeTask", key, body };
    return runIdempotently<TaskIds>(ctx, this.database, call, async (tx, remember) => {
      const head = await this.#open(ctx, tx, input.taskId, "task.work");
      const by = ctx.actor.type === "PERSON" ? ctx.actor.personId : null;
      const { outcome } = input;
      const command: CaseCommand = {
        type: "COMPLETE",
        task: head.taskNo,
        by,
        outcome,
        given,
        comment,
      };
      return this.#run(ctx, tx, head, command, remember);
    });
  }

  #alone(
    ctx: Context,
    taskId: number,
    command: (no: number, by: number) => CaseCommand,
  ): Promise<TaskIds> {
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const by = requirePerson(ctx);
      const head = await this.#open(ctx, tx, taskId, "task.work");
      return this.#run(ctx, tx, head, command(head.taskNo, by), () => []);
    });
  }

  /** The task with its case; a task that the caller may not even see is not there. */
  async #open(ctx: Context, tx: Tx, taskId: number, action: Action): Promise<TaskHead> {
    const head = await findTaskHead(tx, taskId);
    if (!head) throw new Refusal("NOT_FOUND", "input.taskId");
    const subject = {
      officeId: head.officeId,
      positionId: head.positionId,
      requesterId: head.positionId === null ? head.taskRequesterId : head.requesterId,
    };
    if (allows(ctx.actor, action, subject)) return head;
    const seen = allows(ctx.actor, "task.read", subject);
    throw seen
      ? new Refusal("WRONG_LANE", "input.taskId")
      : new Refusal("NOT_FOUND", "input.taskId");
  }

  async #run(
    ctx: Context,
    tx: Tx,
    head: TaskHead,
    command: CaseCommand,
    remember: (ids: TaskIds) => Statement[],
  ): Promise<TaskIds> {
    const ids = { taskId: head.taskId, instanceId: head.instanceId };
    await this.runner.run(ctx, tx, head, command, remember(ids));
    return ids;
  }
}

function requirePerson(ctx: Context): number {
  if (ctx.actor.type === "PERSON") return ctx.actor.personId;
  if (ctx.actor.type === "ANONYMOUS") throw new Unauthenticated();
  throw new Refusal("FORBIDDEN");
}

function checkedOutputs(given: readonly GivenOutput[]): GivenOutput[] {
  if (given.length > MAX_OUTPUTS) {
    throw new Refusal("TOO_LARGE", "input.outputs", { limit: MAX_OUTPUTS });
  }
  return given.map(({ output, reference }, at) => ({
    output,
    reference: limitText(reference, 2000, `input.outputs.${at}.reference`) ?? "",
  }));
}

async function refuseOutsider(ctx: Context, tx: Tx, head: TaskHead, to: number): Promise<void> {
  const holder = await tx.get(
    `SELECT h.id FROM position_holder h JOIN person p ON p.id = h.person_id
      WHERE h.position_id = ? AND h.person_id = ? AND p.disabled_at IS NULL
      AND h.valid_from <= ? AND (h.valid_until IS NULL OR h.valid_until > ?) LIMIT 1`,
    [head.positionId, to, ctx.now(), ctx.now()],
  );
  if (!holder) throw new Refusal("WRONG_LANE", "input.personId");
}
