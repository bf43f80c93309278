import {
  nextReminder,
  reminderMoments,
  type ReminderStage,
  type WorkingCalendar,
} from "../../../domain/index.js";
import type { Context } from "../../kernel/context.js";
import { NO_DEADLINE } from "../../persistence/case-store.js";
import type { Database, Reader, Row, Statement, Tx } from "../../persistence/database.js";
import type { EnactedVersions } from "../enacted-version.js";
import type { NewNotice, NoticeBoard } from "../notices/notice-board.js";
import type { NoticeKind } from "../notices/notice-kinds.js";
import type { WorkingCalendars } from "../working-calendars.js";
import { escalationReceivers } from "./escalation-receivers.js";
import { readReminders } from "./reminder-book.js";

export interface RemindersOptions {
  readonly database: Database;
  readonly versions: EnactedVersions;
  readonly calendars: WorkingCalendars;
  readonly board: NoticeBoard;
}

/** A task that may have something to be told of. */
interface DueTask extends Row {
  readonly id: number;
  readonly instanceId: number;
  readonly no: number;
  readonly nodeKey: string;
  readonly positionId: number | null;
  readonly requesterId: number | null;
  readonly assigneeId: number | null;
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly attentionAt: number;
  readonly reminded: number;
  readonly versionId: number;
  readonly officeId: number;
  readonly status: string;
  readonly ofSop: string | null;
  readonly ofOffice: string | null;
}

const pageSize = 100;

const kinds: Readonly<Record<ReminderStage, NoticeKind>> = {
  NEAR: "DEADLINE_NEAR",
  REACHED: "DEADLINE_REACHED",
  PASSED: "DEADLINE_PASSED",
};

/**
 * Tells of the deadlines whose moment has come. Each task says when it is to be looked at next; that
 * is moved on by a conditional update in the transaction that tells of it, so that each is told once,
 * whichever servers look, and nobody of a task that was done meanwhile.
 */
export async function remindTasks(
  options: RemindersOptions,
  ctx: Context,
  signal?: AbortSignal,
): Promise<void> {
  const failures: unknown[] = [];
  let after: Page = { attentionAt: -1, id: 0 };
  while (signal?.aborted !== true) {
    const found = await findDue(options.database.reader, ctx.now(), after);
    const last = found.at(-1);
    if (!last) break;
    try {
      await remind(options, ctx, found);
    } catch {
      // One that cannot be told keeps none of the others waiting.
      for (const task of found) {
        await remind(options, ctx, [task]).catch((error: unknown) => failures.push(error));
      }
    }
    if (found.length < pageSize) break;
    after = last;
  }
  if (failures.length > 0) throw new AggregateError(failures, "Reminders failed");
}

type Page = Pick<DueTask, "attentionAt" | "id">;

/** From the index of open tasks alone, at first. */
const findDue = (reader: Reader, now: number, after: Page): Promise<(Row & Page)[]> =>
  reader.all<Row & Page>(
    `SELECT t.id, t.attention_at AS attentionAt FROM task t WHERE t.is_open = 1
      AND t.attention_at <= ? AND t.attention_at >= ? AND (t.attention_at > ? OR t.id > ?)
      ORDER BY t.attention_at, t.id LIMIT ${pageSize}`,
    [now, after.attentionAt, after.attentionAt, after.id],
  );

function remind(options: RemindersOptions, ctx: Context, found: readonly Page[]): Promise<void> {
  return options.database.unitOfWork.run(ctx, async (tx) => {
    const tasks = await tx.all<DueTask>(
      `SELECT t.id, t.instance_id AS instanceId, t.no, t.node_key AS nodeKey,
        t.position_id AS positionId, t.requester_id AS requesterId, t.assignee_id AS assigneeId,
        t.opened_at AS openedAt, t.due_at AS dueAt, t.attention_at AS attentionAt, t.reminded,
        i.version_id AS versionId, i.office_id AS officeId, i.status, s.reminders AS ofSop,
        o.reminders AS ofOffice
        FROM task t JOIN instance i ON i.id = t.instance_id JOIN sop s ON s.id = i.sop_id
        JOIN office o ON o.id = s.office_id WHERE t.is_open = 1 AND t.attention_at <= ?
        AND t.id IN (${found.map(() => "?").join(", ")}) ORDER BY t.attention_at, t.id`,
      [ctx.now(), ...found.map(({ id }) => id)],
    );
    const steps: { task: DueTask; stage: ReminderStage | null; moved: Statement }[] = [];
    for (const task of tasks) steps.push({ task, ...(await stepOf(options, ctx, tx, task)) });
    const results = await tx.batch(steps.map(({ moved }) => moved));
    const notices: NewNotice[] = [];
    for (const [index, { task, stage }] of steps.entries()) {
      // Done, held or moved on meanwhile: there is nothing to tell.
      if (stage === null || results[index]?.changes !== 1) continue;
      for (const to of await receiversOf(ctx, tx, task, stage)) {
        notices.push({
          kind: kinds[stage],
          ...to,
          instanceId: task.instanceId,
          taskNo: task.no,
          details: { dueAt: task.dueAt ?? 0 },
        });
      }
    }
    await options.board.post(ctx, tx, notices);
  });
}

async function stepOf(
  { versions, calendars }: RemindersOptions,
  ctx: Context,
  tx: Tx,
  task: DueTask,
): Promise<{ readonly stage: ReminderStage | null; readonly moved: Statement }> {
  const { dueAt, reminded } = task;
  const isRequesters = task.positionId === null;
  const hasNobody = isRequesters && task.requesterId === null;
  // A case that is held is looked at again when it is resumed.
  if (dueAt === null || hasNobody || task.status !== "RUNNING") {
    return { stage: null, moved: moveOn(task, reminded, null) };
  }
  const { plan } = await versions.get(tx, task.versionId);
  const calendar: WorkingCalendar = await calendars.of(tx, task.officeId);
  const moments = reminderMoments(calendar, readReminders(task.ofSop, task.ofOffice), {
    openedAt: task.openedAt,
    dueAt,
    standardTime: plan.nodes.get(task.nodeKey)?.standardTime ?? null,
    isRequesters,
  });
  const step = nextReminder(moments, { dueAt, settled: reminded, now: ctx.now() });
  return { stage: step.stage, moved: moveOn(task, step.settled, step.nextAt) };
}

const moveOn = (task: DueTask, reminded: number, nextAt: number | null): Statement => ({
  sql: `UPDATE task SET attention_at = ?, reminded = ? WHERE id = ? AND is_open = 1
    AND attention_at = ? AND reminded = ? AND due_sort = ?`,
  params: [
    nextAt ?? NO_DEADLINE,
    reminded,
    task.id,
    task.attentionAt,
    task.reminded,
    task.dueAt ?? NO_DEADLINE,
  ],
});

function receiversOf(
  ctx: Context,
  tx: Tx,
  task: DueTask,
  stage: ReminderStage,
): Promise<readonly Pick<NewNotice, "to" | "exceptId">[]> {
  if (stage === "PASSED") return escalationReceivers(ctx, tx, task);
  const personId = task.assigneeId ?? task.requesterId;
  if (personId !== null) return Promise.resolve([{ to: { personId } }]);
  const { positionId } = task;
  return Promise.resolve(positionId === null ? [] : [{ to: { positionId } }]);
}
