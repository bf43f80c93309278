import {
  type CaseCommand,
  type CaseRefusal,
  type CaseRequest,
  type CaseState,
  hasEnded,
  transition,
  unstarted,
} from "../../domain/index.js";
import type { Actor } from "../kernel/actor.js";
import type { Context } from "../kernel/context.js";
import { Refusal } from "../kernel/refusal.js";
import {
  type CaseHead,
  insertCase,
  insertHistory,
  type NewCase,
  updateCase,
} from "../persistence/case-store.js";
import type { Statement, Tx } from "../persistence/database.js";
import { caseChange } from "./case-change.js";
import type { CaseObserver, CaseStep } from "./case-observer.js";
import type { ChangeBus } from "./change-bus.js";
import type { EnactedVersions } from "./enacted-version.js";
import { followEffects, tellParent } from "./connected-cases.js";
import { historyHash } from "./history-hash.js";
import type { NoticeBoard } from "./notices/notice-board.js";
import { projectHold } from "./project-hold.js";
import { projectNotices } from "./notices/project-notices.js";
import { projectParticipants } from "./project-participants.js";
import { projectTasks } from "./project-tasks.js";
import type { ReminderBook } from "./reminders/reminder-book.js";
import { resumeDeadlines } from "./resume-deadlines.js";
import { answeredCalls } from "./waiting-calls.js";
import type { WorkingCalendars } from "./working-calendars.js";

/** The id that the log keeps for an actor; the type says what it is an id of. */
const actorId = (actor: Actor): number | null =>
  actor.type === "PERSON" ? actor.personId : actor.type === "TOKEN" ? actor.tokenId : null;

const requestOf = (it: Omit<NewCase, "at">): CaseRequest => ({
  sop: it.sopId,
  version: it.versionId,
  office: it.officeId,
  title: it.title,
  requester: it.requesterId,
  requesterName: it.requesterName,
  startedBy: it.startedBy,
  ...(it.parent && { parent: it.parent }),
});

/** Makes one command of a case durable: state, task rows and log entry, together or not at all. */
export class CaseRunner {
  readonly #observers: CaseObserver[] = [];

  constructor(
    readonly versions: EnactedVersions,
    readonly calendars: WorkingCalendars,
    readonly changes: ChangeBus,
    readonly notices: NoticeBoard,
    readonly reminders: ReminderBook,
  ) {}

  /** Asks `observer` of every command from now on. */
  observe(observer: CaseObserver): void {
    this.#observers.push(observer);
  }

  /** Starts a case; answers its id. `also` is written in the same unit of work. */
  async start(
    ctx: Context,
    tx: Tx,
    it: Omit<NewCase, "at">,
    by: number | null,
    also: (instanceId: number) => Statement[],
  ): Promise<number> {
    const at = ctx.now();
    const { plan } = await this.versions.get(tx, it.versionId);
    const command: CaseCommand = { type: "START", request: requestOf(it), by };
    // A command that is refused must not leave a row behind, so it is tried before the insert.
    const trial = transition(plan, unstarted, command);
    if (!trial.ok) throw refusalOf(trial.refusal);
    const instanceId = await insertCase(tx, { ...it, at });
    const head: CaseHead = {
      instanceId,
      sopId: it.sopId,
      versionId: it.versionId,
      officeId: it.officeId,
      seq: 0,
      requesterId: it.requesterId,
      lastEventAt: at,
      headHash: "",
      state: JSON.stringify(unstarted),
      parentInstanceId: it.parent?.instance ?? null,
      parentVisit: it.parent?.visit ?? null,
    };
    await this.#write(ctx, tx, head, command, also(instanceId), at);
    return instanceId;
  }

  /** Runs a command on a case as `head` found it; a refusal of the engine is thrown as one. */
  run(
    ctx: Context,
    tx: Tx,
    head: CaseHead,
    command: CaseCommand,
    also: readonly Statement[],
  ): Promise<CaseState> {
    // Servers' clocks differ; within a case time never runs backwards.
    const at = Math.max(ctx.now(), head.lastEventAt);
    return this.#write(ctx, tx, head, command, also, at);
  }

  async #write(
    ctx: Context,
    tx: Tx,
    head: CaseHead,
    command: CaseCommand,
    also: readonly Statement[],
    at: number,
  ): Promise<CaseState> {
    const version = await this.versions.get(tx, head.versionId);
    const before = JSON.parse(head.state) as CaseState;
    const result = transition(version.plan, before, command);
    if (!result.ok) throw refusalOf(result.refusal);
    const { state: after, events, effects } = result;
    // Nothing happened (one's own task claimed again): nothing is logged.
    if (events.length === 0) {
      if (also.length > 0) await tx.batch(also);
      return after;
    }

    const calendar = await this.calendars.of(tx, head.officeId);
    const reminders = await this.reminders.of(tx, head.sopId);
    const { instanceId, requesterId } = head;
    const entry = {
      instanceId,
      seq: head.seq + 1,
      at,
      actorType: ctx.actor.type,
      actorId: actorId(ctx.actor),
      actorName: "name" in ctx.actor ? ctx.actor.name : "",
      command: command.type,
      events: JSON.stringify(events),
    };
    const hash = historyHash(head.headHash, entry);
    const resumed =
      command.type === "RESUME"
        ? await resumeDeadlines(tx, calendar, version, { instanceId, at })
        : [];
    const { sopId, versionId, officeId } = head;
    const observed = await this.#observed(ctx, tx, {
      ...{ instanceId, sopId, versionId, officeId, seq: entry.seq, at },
      ...{ before, after, events },
    });
    await tx.batch([
      updateCase(head, {
        status: after.status,
        state: JSON.stringify(after),
        headHash: hash,
        at,
        endedAt: hasEnded(after.status) ? at : null,
        holdReason: holdReasonAfter(command, after),
        calendarStamp: stampAfter(command, before, after, calendar.stamp),
      }),
      ...projectTasks(before, after, events, {
        version,
        calendar,
        reminders,
        instanceId,
        requesterId,
        at,
      }),
      ...projectParticipants(instanceId, before, after, events),
      ...resumed,
      ...answeredCalls(instanceId, before, after),
      ...projectHold(instanceId, before, after, at),
      ...this.notices.statements(
        tx,
        at,
        projectNotices(before, after, command, {
          version,
          instanceId,
          requesterId,
          actor: ctx.actor,
        }),
      ),
      insertHistory({ ...entry, hash }),
      ...observed,
      ...also,
    ]);
    tx.afterCommit(() =>
      this.changes.publish(caseChange({ ...entry, officeId, requesterId }, version, before, after)),
    );
    if (effects.length > 0) await followEffects(this, ctx, tx, instanceId, effects);
    if (head.parentInstanceId !== null && hasEnded(after.status)) {
      await tellParent(this, ctx, tx, { ...head, parentInstanceId: head.parentInstanceId }, after);
    }
    return after;
  }

  async #observed(ctx: Context, tx: Tx, step: CaseStep): Promise<readonly Statement[]> {
    const statements: Statement[] = [];
    for (const observer of this.#observers) statements.push(...(await observer(ctx, tx, step)));
    return statements;
  }
}

/** Why it is held now; `undefined`: for the same reason as before. */
function holdReasonAfter(command: CaseCommand, { status }: CaseState): string | null | undefined {
  if (status !== "HELD") return null;
  return command.type === "HOLD" ? command.reason : undefined;
}

/** The calendar by which this command counted deadlines; as `CaseUpdate.calendarStamp`. */
function stampAfter(
  { type }: CaseCommand,
  before: CaseState,
  after: CaseState,
  stamp: number,
): number | null | undefined {
  if (hasEnded(after.status)) return null;
  return type === "RESUME" || after.tasks.length > before.tasks.length ? stamp : undefined;
}

/** The argument of the mutation that is at fault, where the engine refuses one. */
const fieldAtFault: { readonly [Code in CaseRefusal]?: string } = {
  OUTCOME_REQUIRED: "input.outcome",
  WRONG_OUTCOME: "input.outcome",
  OUTPUT_UNKNOWN: "input.outputs",
  OUTPUT_REQUIRED: "input.outputs",
  NOT_AN_ANCESTOR: "input.visit",
  REASON_REQUIRED: "input.reason",
};

/** Engine refusals are user errors of the same name, but for the one that only a faulty graph makes. */
function refusalOf(refusal: CaseRefusal): Error {
  if (refusal === "RUNAWAY") return new Error("The plan runs round without any work in it");
  return new Refusal(refusal, fieldAtFault[refusal]);
}
