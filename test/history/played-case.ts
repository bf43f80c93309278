import {
  type CaseCommand,
  type CaseEffect,
  type CaseEvent,
  type CaseRequest,
  type CaseState,
  type Hold,
  isOpenTask,
  type ReminderRules,
  transition,
  unstarted,
} from "../../domain/index.js";
import { insertHistory, NO_DEADLINE } from "../../server/persistence/case-store.js";
import type { SqlValue } from "../../server/persistence/database.js";
import type { EnactedVersion } from "../../server/runtime/enacted-version.js";
import { historyHash } from "../../server/runtime/history-hash.js";
import { whoJoins } from "../../server/runtime/project-participants.js";
import { projectTasks } from "../../server/runtime/project-tasks.js";
import { resumedDeadlines } from "../../server/runtime/resume-deadlines.js";
import type { StampedCalendar } from "../../server/runtime/working-calendars.js";
import { MemoryTable } from "./memory-table.js";

const words = (text: string): string[] => text.split(/\s+/);

export const taskTable = new MemoryTable(
  "task",
  words(`instance_id no visit node_key lane_key label position_id requester_id status is_open
    assignee_id opened_at claimed_at closed_at closed_by due_at due_sort outcome given comment
    attention_at`),
);

export const historyTable = new MemoryTable(
  "history_entry",
  words("instance_id seq at actor_type actor_id actor_name command events hash"),
);

export const instanceColumns =
  words(`id sop_id version_id office_id version status title requester_id
  requester_name started_by started_at ended_at last_event_at state head_hash hold_reason
  parent_instance_id parent_visit calendar_stamp`);

/** By what the cases of a version are run. */
export interface Rulebook {
  readonly version: EnactedVersion;
  readonly calendar: StampedCalendar;
  readonly reminders: ReminderRules;
}

/** Somebody with an account. */
export interface Worker {
  readonly id: number;
  readonly name: string;
}

type Row = readonly SqlValue[];

/** What a command made happen, and what it asks of other cases. */
export interface Happened {
  readonly events: readonly CaseEvent[];
  readonly effects: readonly CaseEffect[];
}

/**
 * A case in memory: the engine decides, and the runtime's own projections write its rows. What
 * `CaseRunner` writes besides (notices, news for servers that run) is left out.
 */
export class PlayedCase {
  state: CaseState = unstarted;
  readonly tasks: SqlValue[][] = [];
  readonly entries: SqlValue[][] = [];
  /** How many tasks were done, also those that were undone later. */
  finished = 0;
  readonly #participants = new Set<number>();
  readonly #holds: Hold[] = [];
  #held: { readonly at: number; readonly reason: string } | null = null;
  #hash = "";
  #startedAt = 0;
  #lastEventAt = 0;

  constructor(
    readonly id: number,
    readonly request: CaseRequest,
    readonly rules: Rulebook,
    /** The case whose connector started it. */
    readonly parent: PlayedCase | null = null,
  ) {}

  get hasEnded(): boolean {
    return this.state.status === "COMPLETED" || this.state.status === "CANCELLED";
  }

  get isHeld(): boolean {
    return this.state.status === "HELD";
  }

  isOpen(no: number): boolean {
    const task = this.state.tasks[no - 1];
    return task !== undefined && isOpenTask(task);
  }

  /** Runs a command of somebody, or of the server itself (`null`); `null` where the engine refuses it. */
  run(command: CaseCommand, by: Worker | null, at: number): Happened | null {
    const { version, calendar, reminders } = this.rules;
    const before = this.state;
    const result = transition(version.plan, before, command);
    if (!result.ok) return null;
    const { state: after, events, effects } = result;
    if (events.length === 0) return { events, effects };
    const instanceId = this.id;
    const requesterId = this.request.requester;
    const to = { version, calendar, reminders, instanceId, requesterId, at };
    for (const statement of projectTasks(before, after, events, to)) {
      taskTable.play(this.tasks, statement);
    }
    this.#noteHolds(command, at);
    this.#log(command, events, by, at);
    this.state = after;
    for (const event of events) {
      for (const person of whoJoins(event)) this.#participants.add(person);
      if (event.type === "TASK_DONE") this.finished += 1;
    }
    return { events, effects };
  }

  instanceRow(): Row {
    const { request, state } = this;
    return [
      this.id,
      request.sop,
      request.version,
      request.office,
      this.entries.length,
      state.status,
      request.title,
      request.requester,
      request.requesterName,
      request.startedBy,
      this.#startedAt,
      this.hasEnded ? this.#lastEventAt : null,
      this.#lastEventAt,
      JSON.stringify(state),
      this.#hash,
      this.#held?.reason ?? null,
      request.parent?.instance ?? null,
      request.parent?.visit ?? null,
      this.hasEnded ? null : this.rules.calendar.stamp,
    ];
  }

  /**
   * Whoever was to be reminded of a task has been: who starts a server on a long history is not to
   * send a thousand reminders first.
   */
  taskRows(): readonly Row[] {
    for (const row of this.tasks) row[taskTable.at("attention_at")] = NO_DEADLINE;
    return this.tasks;
  }

  participantRows(): readonly Row[] {
    return this.hasEnded ? [] : [...this.#participants].map((person) => [person, this.id]);
  }

  /** As `held_case` has it. */
  heldRows(): readonly Row[] {
    if (this.#held === null) return [];
    return [[this.id, this.#held.at, this.state.heldByParent === true ? 1 : 0]];
  }

  #noteHolds({ type, ...command }: CaseCommand, at: number): void {
    if (type === "HOLD") this.#held = { at, reason: "reason" in command ? command.reason : "" };
    if (type === "CANCEL") this.#held = null;
    if (type !== "RESUME" || !this.#held) return;
    this.#holds.push({ heldAt: this.#held.at, resumedAt: at });
    this.#held = null;
    const { version, calendar } = this.rules;
    const known = { holds: this.#holds, deadlines: this.#openDeadlines() };
    for (const statement of resumedDeadlines(calendar, version, this.id, known)) {
      taskTable.play(this.tasks, statement);
    }
  }

  #openDeadlines() {
    return this.tasks
      .filter((row) => row[taskTable.at("is_open")] === 1 && row[taskTable.at("due_at")] !== null)
      .map((row) => ({
        no: Number(row[taskTable.at("no")]),
        nodeKey: String(row[taskTable.at("node_key")]),
        openedAt: Number(row[taskTable.at("opened_at")]),
        dueAt: Number(row[taskTable.at("due_at")]),
      }));
  }

  #log({ type }: CaseCommand, events: readonly CaseEvent[], by: Worker | null, at: number): void {
    const entry = {
      instanceId: this.id,
      seq: this.entries.length + 1,
      at,
      actorType: by ? "PERSON" : "SYSTEM",
      actorId: by?.id ?? null,
      actorName: by?.name ?? "Alur",
      command: type,
      events: JSON.stringify(events),
    };
    this.#hash = historyHash(this.#hash, entry);
    if (entry.seq === 1) this.#startedAt = at;
    this.#lastEventAt = at;
    historyTable.play(this.entries, insertHistory({ ...entry, hash: this.#hash }));
  }
}
