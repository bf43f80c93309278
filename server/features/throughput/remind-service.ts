import { Field, ID, InputType } from "type-graphql";
import { type CaseState, isOpenTask } from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { allows, authorizeChange, requirePerson } from "../../kernel/policy.js";
import { Refusal } from "../../kernel/refusal.js";
import { findTaskHead, type TaskHead } from "../../persistence/case-store.js";
import type { Database, Row, Tx } from "../../persistence/database.js";
import { type RecordedIds, runIdempotently } from "../../runtime/idempotency.js";
import type { NoticeBoard } from "../../runtime/notices/notice-board.js";
import { abandoned } from "../cases/case-service.js";
import { type ReminderFacts, reminderName, reminderReceivers } from "./reminder-receivers.js";
import { remindAgainAfter } from "./stuck-actions.js";
import { selectDesk } from "./stuck-facts.js";

const MINUTE = 60_000;

interface RemindedIds extends RecordedIds {
  readonly taskId: number;
}

@InputType({ description: "Of which task somebody is reminded." })
export class RemindTaskInput {
  @Field(() => ID, { description: "An open task." })
  taskId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Send the same key again after a lost answer: there is one effect. 200 characters.",
  })
  idempotencyKey?: string | null;
}

/** Reminds people of what lies with them, because somebody asked for it. */
export class RemindService {
  constructor(
    private readonly database: Database,
    private readonly board: NoticeBoard,
  ) {}

  async remind(ctx: Context, taskId: number, key: string | null): Promise<void> {
    const actor = requirePerson(ctx);
    const recheck = async (tx: Tx): Promise<void> => void (await this.#open(ctx, tx, taskId));
    const call = { mutation: "remindTask", key, body: { taskId }, recheck };
    await runIdempotently<RemindedIds>(ctx, this.database, call, async (tx, remember) => {
      const head = await this.#open(ctx, tx, taskId);
      const assigneeId = assigneeOf(head);
      const facts = await readFacts(ctx, tx, head, assigneeId);
      const receivers = reminderReceivers(facts, actor.personId);
      if (receivers.length === 0) throw new Refusal("NOBODY_TO_REMIND", "input.taskId");
      await oncePerHour(ctx, this.database, tx, reminderName(taskId, assigneeId));
      const ids = { taskId };
      await tx.batch([
        ...this.board.statements(
          tx,
          ctx.now(),
          receivers.map((to) => ({
            kind: "TASK_REMINDED" as const,
            to,
            exceptId: actor.personId,
            instanceId: head.instanceId,
            taskNo: head.taskNo,
            details: { actor: actor.name },
          })),
        ),
        ...remember(ids),
      ]);
      return ids;
    });
  }

  async #open(ctx: Context, tx: Tx, taskId: number): Promise<TaskHead> {
    const head = await findTaskHead(tx, taskId);
    if (!head) throw new Refusal("NOT_FOUND", "input.taskId");
    const { officeId, positionId, requesterId } = head;
    const read = allows(ctx.actor, "task.read", { officeId, positionId, requesterId });
    authorizeChange(ctx, "task.remind", { officeId }, { read, field: "input.taskId" });
    return head;
  }
}

/** Who has the task; `null`: nobody. Refuses where nobody could do anything about it. */
function assigneeOf({ state, taskNo }: TaskHead): number | null {
  const { status, tasks } = JSON.parse(state) as CaseState;
  const task = tasks[taskNo - 1];
  if (!task || !isOpenTask(task)) throw new Refusal("TASK_CLOSED", "input.taskId");
  if (status === "HELD") throw new Refusal("INSTANCE_HELD", "input.taskId");
  return task.assignee;
}

async function readFacts(
  ctx: Context,
  tx: Tx,
  { taskId, officeId, positionId, taskRequesterId: requesterId }: TaskHead,
  assigneeId: number | null,
): Promise<ReminderFacts> {
  const left = abandoned(ctx);
  const hasLeft =
    assigneeId !== null &&
    (await tx.get(`SELECT t.id FROM task t WHERE t.id = ? AND ${left.sql}`, [
      taskId,
      ...left.params,
    ]));
  const idsOf = async (sql: string, params: readonly number[]): Promise<number[]> =>
    (await tx.all<Row & { id: number }>(sql, params)).map(({ id }) => id);
  return {
    assigneeId,
    isAbandoned: Boolean(hasLeft),
    positionId,
    holders:
      positionId === null
        ? []
        : await idsOf(
            `SELECT DISTINCT h.person_id AS id FROM position_holder h
              JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
              WHERE h.position_id = ? AND h.valid_from <= ?
              AND (h.valid_until IS NULL OR h.valid_until > ?)`,
            [positionId, ctx.now(), ctx.now()],
          ),
    requesterId,
    desk:
      positionId === null && requesterId === null
        ? await idsOf(`${selectDesk} (?)`, [officeId])
        : [],
  };
}

/**
 * The row decides: of two who remind at once, one does. One of a time to come is of a clock that was set
 * back since, and keeps nobody from anything.
 */
async function oncePerHour(
  ctx: Context,
  { dialect }: Database,
  tx: Tx,
  name: string,
): Promise<void> {
  const now = ctx.now();
  const again = await tx.run(
    "UPDATE notice_once SET at = ? WHERE name = ? AND (at <= ? OR at > ?)",
    [now, name, now - remindAgainAfter, now],
  );
  if (again.changes === 1) return;
  const verb = dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  const first = await tx.run(`${verb} INTO notice_once (name, at) VALUES (?, ?)`, [name, now]);
  if (first.changes === 1) return;
  const told = await tx.get<Row & { at: number }>("SELECT at FROM notice_once WHERE name = ?", [
    name,
  ]);
  const left = (told?.at ?? now) + remindAgainAfter - now;
  throw new Refusal("REMINDED_ALREADY", "input.taskId", {
    minutes: Math.max(1, Math.ceil(left / MINUTE)),
  });
}
