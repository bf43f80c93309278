import type { CaseEvent } from "../../domain/engine/case-event.js";
import type { LoggedEvents } from "../../domain/ledger/case-moments.js";
import type { Graph } from "../../domain/sop/graph.js";
import { workingTimeBetween } from "../../domain/time/working-time-between.js";
import type { WorkingCalendar } from "../../domain/time/working-calendar.js";

/** A stretch of time, `[from, to)`. */
interface Stretch {
  readonly from: number;
  to: number;
}

/** One task, or one wait at a connector, from its opening to its end. */
interface Life extends Stretch {
  readonly lane: string;
  readonly kind: "TASK" | "CALL";
  readonly isRework: boolean;
  readonly claimed: Stretch[];
}

/** A share by "lane state first|again": milliseconds of clock and of working time, not rounded. */
export type PlainLedger = ReadonlyMap<string, { readonly clock: number; readonly working: number }>;

/**
 * The ledger of a case once more, in the plainest way: every task's life is written down by itself
 * from the events, and every moment between two of the dates in them is divided among those alive.
 * It shares no code with the ledger and knows nothing of the engine's state.
 */
export function plainLedger(
  graph: Graph,
  log: readonly LoggedEvents[],
  until: number,
  calendar: WorkingCalendar,
): PlainLedger {
  const { lives, held, end } = livesOf(graph, log, until);
  const dates = new Set(log.map(({ at }) => Math.min(at, end)));
  dates.add(end);
  const cuts = [...dates].toSorted((a, b) => a - b);
  const shares = new Map<string, { clock: number; working: number }>();
  for (const [at, from] of cuts.entries()) {
    const to = cuts[at + 1];
    if (to === undefined) break;
    const isIn = (stretch: Stretch) => stretch.from <= from && stretch.to >= to;
    const alive = lives.filter(isIn);
    for (const life of alive) {
      const state = held.some(isIn) ? "HELD" : stateOf(graph, life, life.claimed.some(isIn));
      const key = `${life.lane} ${state} ${life.isRework ? "again" : "first"}`;
      const share = shares.get(key) ?? { clock: 0, working: 0 };
      share.clock += (to - from) / alive.length;
      share.working += workingTimeBetween(calendar, from, to) / alive.length;
      shares.set(key, share);
    }
  }
  return shares;
}

/** What a task or connector had of working time, divided with nobody. */
export interface PlainDurations {
  readonly lane: string;
  readonly openedAt: number;
  readonly queue: number;
  readonly work: number;
  readonly elsewhere: number;
  readonly held: number;
}

/** The same lives, each by itself, in the order in which they opened. */
export function plainDurations(
  graph: Graph,
  log: readonly LoggedEvents[],
  until: number,
  calendar: WorkingCalendar,
): readonly PlainDurations[] {
  const { lives, held } = livesOf(graph, log, until);
  const dates = [...new Set([...log.map(({ at }) => at), until])].toSorted((a, b) => a - b);
  return lives.map((life) => {
    const durations = { QUEUE: 0, WORK: 0, REQUESTER: 0, CHILD_SOP: 0, HELD: 0 };
    for (const [at, from] of dates.entries()) {
      const to = dates[at + 1] ?? from;
      const isIn = (stretch: Stretch) => stretch.from <= from && stretch.to >= to;
      if (!isIn(life)) continue;
      const state = held.some(isIn) ? "HELD" : stateOf(graph, life, life.claimed.some(isIn));
      durations[state as keyof typeof durations] += workingTimeBetween(calendar, from, to);
    }
    return {
      lane: life.lane,
      openedAt: life.from,
      queue: durations.QUEUE,
      work: durations.WORK,
      elsewhere: durations.REQUESTER + durations.CHILD_SOP,
      held: durations.HELD,
    };
  });
}

function stateOf(graph: Graph, { kind, lane }: Life, isClaimed: boolean): string {
  if (kind === "CALL") return "CHILD_SOP";
  const binding = graph.lanes.find(({ key }) => key === lane)?.binding;
  if (binding?.type === "REQUESTER") return "REQUESTER";
  return isClaimed ? "WORK" : "QUEUE";
}

function livesOf(graph: Graph, log: readonly LoggedEvents[], until: number) {
  const lives: Life[] = [];
  const held: Stretch[] = [];
  const tasks = new Map<number, Life>();
  const calls = new Map<number, Life>();
  const again = new Map<number, boolean>();
  const seen = new Set<string>();
  let end = until;
  const open = (life: Omit<Life, "to" | "claimed">): Life => {
    const opened = { ...life, to: until, claimed: [] };
    lives.push(opened);
    return opened;
  };
  const release = (life: Life | undefined, at: number): void => {
    const last = life?.claimed.at(-1);
    if (last) last.to = Math.min(last.to, at);
  };
  const close = (life: Life | undefined, at: number): void => {
    release(life, at);
    if (life) life.to = Math.min(life.to, at);
  };
  const happen = (event: CaseEvent, at: number): void => {
    if (event.type === "VISIT_OPENED") {
      const node = graph.nodes.find(({ key }) => key === event.node)!;
      again.set(event.visit, seen.has(event.node));
      seen.add(event.node);
      if (node.kind !== "connector") return;
      const lane = node.parts[0]!.lane;
      const isRework = again.get(event.visit)!;
      calls.set(event.visit, open({ from: at, lane, kind: "CALL", isRework }));
    }
    if (event.type === "VISIT_DONE" || event.type === "VISIT_UNDONE") {
      close(calls.get(event.visit), at);
    }
    if (event.type === "TASK_OPENED") {
      const isRework = again.get(event.visit)!;
      tasks.set(event.task, open({ from: at, lane: event.lane, kind: "TASK", isRework }));
    }
    if (event.type === "TASK_CLAIMED" || event.type === "TASK_DELEGATED") {
      const task = tasks.get(event.task)!;
      release(task, at);
      task.claimed.push({ from: at, to: until });
    }
    if (event.type === "TASK_RELEASED") release(tasks.get(event.task), at);
    if (event.type === "TASK_DONE" || event.type === "TASK_WITHDRAWN") {
      close(tasks.get(event.task), at);
    }
    if (event.type === "CASE_HELD") held.push({ from: at, to: until });
    if (event.type === "CASE_RESUMED") held.at(-1)!.to = at;
    if (event.type === "CASE_COMPLETED" || event.type === "CASE_CANCELLED") end = at;
  };
  for (const { at, events } of log) for (const event of events) happen(event, at);
  for (const life of lives) close(life, end);
  return { lives, held, end };
}
