import type { CaseEvent } from "../../../domain/engine/case-event.js";
import type { CaseCommandType } from "../../../domain/engine/case-command.js";
import { transition } from "../../../domain/engine/transition.js";
import type { Graph } from "../../../domain/sop/graph.js";
import type { Row } from "../../../server/persistence/database.js";
import { reasonsAgainst } from "../reasons-against.js";
import { firstDifference } from "../told-state.js";
import { WalkFault } from "../walk-fault.js";
import { WalkRun } from "../walk-run.js";
import type { CaseRequest } from "./case-requests.js";
import { loggedCommand, type LoggedEntry } from "./logged-command.js";
import type { Answer, WalkOffice } from "./walk-office.js";

/** A request on its way, and what the case could have said to it while it was. */
interface Pending {
  readonly request: CaseRequest;
  readonly answer: Answer;
  readonly reasons: Set<string>;
  /** Whether at some moment it would have been done without changing anything. */
  isQuiet: boolean;
  isLogged: boolean;
}

/** One case of the server, and beside it the same case in memory, which its log is told to. */
export class CaseUnderTest {
  readonly run: WalkRun;
  /** Rows of its tasks, by their numbers. */
  readonly tasks = new Map<number, number>();
  /** What came of each request: `claimTask done`, `claimTask ALREADY_CLAIMED`. */
  readonly answers: string[] = [];
  #seq = 0;

  constructor(
    readonly office: WalkOffice,
    readonly instanceId: number,
    readonly graph: Graph,
  ) {
    this.run = new WalkRun(graph, transition);
  }

  /** Sends requests all at once and sees to it that the log explains each of their answers. */
  async together(requests: readonly CaseRequest[]): Promise<void> {
    const answers = await Promise.all(
      requests.map(({ who, mutation, type, input }, server) =>
        this.office.ask(who, mutation, input, { type, server }),
      ),
    );
    const pending = requests.map((request, at): Pending => ({
      request,
      answer: answers[at]!,
      reasons: new Set(),
      isQuiet: false,
      isLogged: false,
    }));
    for (const { request, answer } of pending) {
      this.answers.push(`${request.mutation} ${answer.codes[0] ?? "done"}`);
    }
    await this.follow(pending);
    for (const { request, answer, reasons, isQuiet } of pending) {
      if (request.command === null) continue;
      const what = `${request.mutation} ${JSON.stringify(request.input)}`;
      const [code] = answer.codes;
      if (code !== undefined && !reasons.has(code)) {
        throw new WalkFault(`${what} is ${code}, which it was at no time`);
      }
      if (code === undefined && !isQuiet && !hasTwin(request, pending)) {
        throw new WalkFault(`${what} is answered as done, but not in the log`);
      }
    }
  }

  /** Tells the case in memory what is new in the log, and compares the two. */
  async follow(pending: readonly Pending[] = []): Promise<void> {
    this.#listen(pending);
    for (const entry of await this.#newEntries()) {
      const command = loggedCommand(entry);
      // Of what was sent twice under one key, one entry is all that there may be.
      const own = pending.find((one) => !hasTwin(one.request, pending) && isOf(entry, one));
      if (own) own.isLogged = true;
      else if (pending.length > 0 && !command.type.startsWith("CHILD_")) {
        throw new WalkFault(`entry ${entry.seq} (${command.type}) was asked for by nobody`);
      }
      const refusal = this.run.do(command);
      if (refusal !== null) {
        throw new WalkFault(`entry ${entry.seq} (${command.type}) must not be: ${refusal}`);
      }
      this.#listen(pending);
    }
    const { reader } = this.office.api.database;
    const stored = await reader.get<Row & { state: string; version: number }>(
      "SELECT state, version FROM instance WHERE id = ?",
      [this.instanceId],
    );
    const state: unknown = JSON.parse(stored?.state ?? "null");
    const difference = firstDifference(state, this.run.state);
    if (difference !== null) throw new WalkFault(`what is stored is not the log: ${difference}`);
    if (stored?.version !== this.#seq) throw new WalkFault(`version ${stored?.version} is stored`);
    await this.#readTasks();
    await this.#checkChildren();
  }

  /** The open tasks of a case that this one called. */
  async tasksOfChild(instanceId: number): Promise<number[]> {
    const rows = await this.office.api.database.reader.all<Row & { id: number }>(
      "SELECT id FROM task WHERE instance_id = ? AND is_open = 1",
      [instanceId],
    );
    return rows.map(({ id }) => id);
  }

  /** That what this one has done to the cases that it waits for has reached them. */
  async #checkChildren(): Promise<void> {
    const { status: own } = this.run.state;
    for (const { no, status, child } of this.run.oracle.visits.values()) {
      if (child === null || this.run.oracle.nodeOf(no).call?.waits !== true) continue;
      const found = await this.office.api.database.reader.get<Row & { status: string }>(
        "SELECT status FROM instance WHERE id = ?",
        [child],
      );
      const wanted: readonly string[] = {
        OPEN: [own],
        DONE: ["COMPLETED"],
        UNDONE: ended,
        WITHDRAWN: ended,
      }[status];
      if (wanted.includes(found?.status ?? "")) continue;
      throw new WalkFault(`the case of visit ${no} (${status}) is ${found?.status}`);
    }
  }

  #listen(pending: readonly Pending[]): void {
    for (const one of pending) {
      const { command } = one.request;
      if (command === null) continue;
      for (const reason of reasonsAgainst(this.run.oracle, command)) one.reasons.add(reason);
      const tried = transition(this.run.plan, this.run.state, command);
      if (tried.ok && tried.events.length === 0) one.isQuiet = true;
    }
  }

  async #newEntries(): Promise<LoggedEntry[]> {
    const rows = await this.office.api.database.reader.all<
      Row & { seq: number; command: string; events: string; type: string; person: number | null }
    >(
      `SELECT seq, command, events, actor_type AS type, actor_id AS person FROM history_entry
        WHERE instance_id = ? AND seq > ? ORDER BY seq`,
      [this.instanceId, this.#seq],
    );
    return rows.map(({ seq, command, events, type, person }) => {
      if (seq !== this.#seq + 1) throw new WalkFault(`entry ${this.#seq + 1} is missing`);
      this.#seq = seq;
      return {
        seq,
        command: command as CaseCommandType,
        person: type === "PERSON" ? person : null,
        events: JSON.parse(events) as CaseEvent[],
      };
    });
  }

  async #readTasks(): Promise<void> {
    const rows = await this.office.api.database.reader.all<Row & { id: number; no: number }>(
      "SELECT id, no FROM task WHERE instance_id = ?",
      [this.instanceId],
    );
    for (const { id, no } of rows) this.tasks.set(no, id);
  }
}

/** A case that is over; one that was undone may have been complete before. */
const ended = ["CANCELLED", "COMPLETED"];

/** Whether the log has told of the request, or of another under the same key. */
const hasTwin = (request: CaseRequest, pending: readonly Pending[]): boolean =>
  pending.some((other) => other.isLogged && other.request === request);

/** Whether an entry is what the request asked for. */
function isOf(entry: LoggedEntry, { request, answer }: Pending): boolean {
  const { command, who } = request;
  if (command === null || answer.codes.length > 0 || command.type !== entry.command) return false;
  if (typeof who === "number" && entry.person !== who) return false;
  const logged: Record<string, unknown> = { ...loggedCommand(entry) };
  const asked: Record<string, unknown> = { ...command };
  return ["task", "to", "outcome", "text"].every((name) => logged[name] === asked[name]);
}
