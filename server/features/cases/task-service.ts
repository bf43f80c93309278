import type { CaseCommand, CaseState } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import {
  type Action,
  allows,
  requirePerson,
  requireSignedIn,
  type Subject,
} from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { findTaskHead, type TaskHead } from "../../persistence/case-store.js";
import type { Database, Statement, Tx } from "../../persistence/database.js";
import type { CaseRunner } from "../../runtime/case-runner.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import { takeUploads } from "../files/file-service.js";
import { abandoned } from "./abandoned-task.js";
import { mayReadOn } from "./case-access.js";
import {
  checkedBringing,
  checkedOutputs,
  checkedTicks,
  completionFiles,
  namedFiles,
} from "./completion-parts.js";
import { limitText } from "./limit-text.js";
import { unlessOutputsMissing } from "./missing-requirements.js";

export interface TaskIds extends RecordedIds {
  readonly taskId: number;
  readonly instanceId: number;
}

/** A document that a step yields, as text, as files, or as both. */
export interface Giving {
  readonly output: string;
  readonly reference: string;
  readonly uploadIds: readonly number[];
  /** Files that the case has already. */
  readonly caseFileIds: readonly number[];
}

/** Files of a requirement, by its text. */
export interface Bringing {
  readonly requirement: string;
  readonly uploadIds: readonly number[];
}

export interface Completion {
  readonly taskId: number;
  readonly outcome: string | null;
  readonly given: readonly Giving[];
  readonly comment: string | null;
  /** Texts of the requirements that were ticked as brought along. */
  readonly brought: readonly string[];
  readonly broughtFiles: readonly Bringing[];
  /** Files beside the comment. */
  readonly uploadIds: readonly number[];
  readonly idempotencyKey: string | null;
}

export interface Sending {
  readonly taskId: number;
  /** The visit that it goes back to. */
  readonly visit: number;
  readonly reason: string;
  readonly idempotencyKey: string | null;
}

/** What people do with their tasks. Who may is settled here, whether it fits is the engine's. */
export class TaskService {
  constructor(
    private readonly database: Database,
    private readonly runner: CaseRunner,
  ) {}

  claim(ctx: Context, taskId: number): Promise<TaskIds> {
    const { personId: by } = requirePerson(ctx);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const head = await this.#open(ctx, tx, taskId, "task.work");
      const over = await abandonedBy(ctx, tx, head, by);
      const command: CaseCommand = { type: "CLAIM", task: head.taskNo, by };
      const taking = over === null ? command : { ...command, over };
      return this.#run(ctx, tx, head, taking, () => []);
    });
  }

  /** Gives a task back to its lane: one's own, or, for whoever may, somebody else's. */
  release(ctx: Context, taskId: number): Promise<TaskIds> {
    const { personId: by } = requirePerson(ctx);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const head = await this.#open(ctx, tx, taskId, "task.work", "task.release");
      const force = allows(ctx.actor, "task.release", { officeId: head.officeId });
      const command: CaseCommand = { type: "RELEASE", task: head.taskNo, by, force };
      return this.#run(ctx, tx, head, command, () => []);
    });
  }

  /** Hands a task to another holder of its lane's position. */
  delegate(ctx: Context, taskId: number, to: number): Promise<TaskIds> {
    const { personId: by } = requirePerson(ctx);
    return this.database.unitOfWork.run(ctx, async (tx) => {
      const head = await this.#open(ctx, tx, taskId, "task.delegate");
      await refuseOutsider(ctx, tx, head, to);
      const command: CaseCommand = { type: "DELEGATE", task: head.taskNo, by, to };
      return this.#run(ctx, tx, head, command, () => []);
    });
  }

  complete(ctx: Context, input: Completion): Promise<TaskIds> {
    requireSignedIn(ctx);
    const comment = limitText(input.comment, 4000, "input.comment");
    const giving = checkedOutputs(input.given);
    const bringing = checkedBringing(input.broughtFiles);
    const withFiles = bringing.map(({ requirement }) => requirement);
    const brought = checkedTicks([...new Set([...input.brought, ...withFiles])]);
    const attachments = completionFiles(giving, bringing, input.uploadIds);
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "completeTask", key, body, recheck: this.#recheck(ctx) };
    return runIdempotently<TaskIds>(ctx, this.database, call, async (tx, remember) => {
      const head = await this.#open(ctx, tx, input.taskId, "task.work");
      const by = ctx.actor.type === "PERSON" ? ctx.actor.personId : null;
      const { outcome } = input;
      const { files, statements } = await takeUploads(ctx, tx, head.instanceId, attachments);
      const command: CaseCommand = {
        type: "COMPLETE",
        task: head.taskNo,
        by,
        outcome,
        comment,
        brought,
        ...namedFiles(giving, bringing, files),
      };
      const attach = statements(head.taskNo);
      return unlessOutputsMissing(tx, this.runner, head, command, (asked) =>
        this.#run(ctx, tx, head, asked, (ids) => [...attach, ...remember(ids)]),
      );
    });
  }

  /** Sends the case back to a visit that led to the task (kembalikan). */
  return(ctx: Context, input: Sending): Promise<TaskIds> {
    requireSignedIn(ctx);
    const reason = limitText(input.reason, 2000, "input.reason") ?? "";
    const { idempotencyKey: key, ...body } = input;
    const call = { mutation: "returnTask", key, body, recheck: this.#recheck(ctx) };
    return runIdempotently<TaskIds>(ctx, this.database, call, async (tx, remember) => {
      const head = await this.#open(ctx, tx, input.taskId, "task.work");
      const by = ctx.actor.type === "PERSON" ? ctx.actor.personId : null;
      const to = input.visit;
      const command: CaseCommand = { type: "RETURN", task: head.taskNo, by, to, reason };
      return this.#run(ctx, tx, head, command, remember);
    });
  }

  /** Takes back what one has finished, while nobody has gone on with it (tarik). */
  recall(ctx: Context, taskId: number, key: string | null): Promise<TaskIds> {
    requireSignedIn(ctx);
    const recheck = this.#recheck(ctx);
    const call = { mutation: "recallTask", key, body: { taskId }, recheck };
    return runIdempotently<TaskIds>(ctx, this.database, call, async (tx, remember) => {
      const head = await this.#open(ctx, tx, taskId, "task.work");
      const by = ctx.actor.type === "PERSON" ? ctx.actor.personId : null;
      return this.#run(ctx, tx, head, { type: "RECALL", task: head.taskNo, by }, remember);
    });
  }

  /** That one did it once is not enough to be answered what has become of the case since. */
  #recheck(ctx: Context): (tx: Tx, ids: TaskIds) => Promise<void> {
    return async (tx, { taskId }) => {
      const head = await findTaskHead(tx, taskId);
      if (!head) throw new Refusal("NOT_FOUND", "input.taskId");
      const { officeId, requesterId } = head;
      if (!allows(ctx.actor, "case.read", { officeId, requesterId })) {
        await this.#open(ctx, tx, taskId, "task.work");
      }
    };
  }

  /** The task with its case; a task that the caller may not even see is not there. */
  async #open(
    ctx: Context,
    tx: Tx,
    taskId: number,
    ...anyOf: readonly Action[]
  ): Promise<TaskHead> {
    const head = await findTaskHead(tx, taskId);
    if (!head) throw new Refusal("NOT_FOUND", "input.taskId");
    if (anyOf.some((action) => allows(ctx.actor, action, workSubject(head)))) return head;
    const seen = await this.#sees(ctx, tx, head);
    throw new Refusal(seen ? "WRONG_LANE" : "NOT_FOUND", "input.taskId");
  }

  /** Whether the caller may read the task, or at least work it, as a program for a requester does. */
  async #sees(ctx: Context, tx: Tx, head: TaskHead): Promise<boolean> {
    if (allows(ctx.actor, "task.work", workSubject(head))) return true;
    return mayReadOn(tx, ctx.actor, "task.read", head);
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

const workSubject = ({
  officeId,
  positionId,
  requesterId,
  taskRequesterId,
}: TaskHead): Subject => ({
  officeId,
  positionId,
  requesterId: positionId === null ? taskRequesterId : requesterId,
});

/** Who has claimed the task but can no longer work it; `null` for nobody. */
async function abandonedBy(
  ctx: Context,
  tx: Tx,
  head: TaskHead,
  by: number,
): Promise<number | null> {
  const { tasks } = JSON.parse(head.state) as CaseState;
  const assignee = tasks[head.taskNo - 1]?.assignee ?? null;
  if (assignee === null || assignee === by) return null;
  const { sql, params } = abandoned(ctx);
  const row = await tx.get(`SELECT t.id FROM task t WHERE t.id = ? AND ${sql}`, [
    head.taskId,
    ...params,
  ]);
  return row ? assignee : null;
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
