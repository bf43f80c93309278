import type { CaseEvent } from "../engine/case-event.js";
import type { PersonRef, TaskNo, VisitNo } from "../engine/case-state.js";
import type { Plan } from "../plan/plan.js";
import type { LaneKey, NodeKey } from "../sop/graph.js";
import { type Hold, taskDeadline } from "../time/task-deadline.js";
import { workingTimeBetween } from "../time/working-time-between.js";
import type { WorkingCalendar } from "../time/working-calendar.js";
import type { CaseInterval } from "./case-ledger.js";
import type { CaseMoment } from "./case-moments.js";
import { givers } from "./hand-over.js";
import type { OpenWork, ShareState } from "./open-work.js";

/**
 * One task, or one wait of a connector, from its opening to its end. Times in epoch milliseconds,
 * durations in milliseconds of working time; unlike shares they are divided with nobody.
 */
export interface Stay {
  /** The task's number, or the visit's with a minus before it where a connector waits. */
  readonly no: number;
  readonly visit: VisitNo;
  readonly node: NodeKey;
  readonly lane: LaneKey;
  readonly isRework: boolean;
  /** Whether it is work of the office: no connector, and not the requester's turn. */
  readonly isOffice: boolean;
  readonly openedAt: number;
  /** `null`: it is open. */
  readonly endedAt: number | null;
  readonly ending: "DONE" | "WITHDRAWN" | null;
  /** Who finished it; `null` where nobody did, or somebody without an account. */
  readonly by: PersonRef | null;
  /** When it should be done by its standard time, as far as is known; `null` without one. */
  readonly dueAt: number | null;
  /** Nobody had claimed it. */
  readonly queue: number;
  /** Somebody had. */
  readonly work: number;
  /** It was the requester's turn, or another SOP's. */
  readonly elsewhere: number;
  readonly held: number;
  /** Whose finished work opened it, one lane for each position; not its own position's. */
  readonly from: readonly LaneKey[];
  /** Whether it was opened by sending back. */
  readonly isReturned: boolean;
}

type Duration = "queue" | "work" | "elsewhere" | "held";

const durationOf: Record<ShareState, Duration> = {
  QUEUE: "queue",
  WORK: "work",
  REQUESTER: "elsewhere",
  CHILD_SOP: "elsewhere",
  HELD: "held",
};

type OpenStay = { -readonly [Key in keyof Stay]: Stay[Key] };

/** Whether it was done within its standard time; `null` where it has none, or is not done. */
export const isOnTime = ({ ending, endedAt, dueAt }: StayEnd): boolean | null =>
  ending !== "DONE" || endedAt === null || dueAt === null ? null : endedAt <= dueAt;

type StayEnd = Pick<Stay, "ending" | "endedAt" | "dueAt">;

/** Every stay of a case in the order in which they opened. `intervals` are those of the moments. */
export function caseStays(
  plan: Plan,
  moments: readonly CaseMoment[],
  intervals: readonly CaseInterval[],
  calendar: WorkingCalendar,
): readonly Stay[] {
  const stays = new Map<number, OpenStay>();
  let open = new Set<number>();
  for (const moment of moments) {
    const still = new Set<number>();
    for (const work of moment.work) {
      const no = stayNo(work);
      still.add(no);
      if (!stays.has(no)) stays.set(no, begun(plan, moment, no, work));
    }
    for (const no of open) if (!still.has(no)) end(stays.get(no)!, moment);
    open = still;
  }
  for (const { from, to, work } of intervals) {
    const working = workingTimeBetween(calendar, from, to);
    for (const one of work) {
      const stay = stays.get(stayNo(one));
      if (stay) stay[durationOf[one.state]] += working;
    }
  }
  const holds = holdsOf(moments);
  for (const stay of stays.values()) {
    const standardTime = stay.no > 0 ? plan.nodes.get(stay.node)?.standardTime : null;
    if (!standardTime) continue;
    // What came after its end moved its deadline no more.
    const own = holds.filter(({ heldAt }) => stay.endedAt === null || heldAt < stay.endedAt);
    stay.dueAt = taskDeadline(calendar, { ...stay, standardTime }, own);
  }
  return [...stays.values()];
}

export const stayNo = ({ task, visit }: { task: TaskNo | null; visit: VisitNo }): number =>
  task ?? -visit;

function begun(plan: Plan, moment: CaseMoment, no: number, work: OpenWork): OpenStay {
  // Only a graph that the rules refuse has work in no lane.
  const lane = work.lane ?? "";
  return {
    no,
    visit: work.visit,
    node: work.node,
    lane,
    isRework: work.isRework,
    isOffice: work.task !== null && plan.bindings.get(lane)?.type !== "REQUESTER",
    openedAt: moment.at,
    endedAt: null,
    ending: null,
    by: null,
    dueAt: null,
    ...{ queue: 0, work: 0, elsewhere: 0, held: 0 },
    ...givers(plan, moment, work.visit, lane),
  };
}

function end(stay: OpenStay, { at, events }: CaseMoment): void {
  stay.endedAt = at;
  stay.ending = "WITHDRAWN";
  for (const event of events) {
    if (!finishes(event, stay)) continue;
    stay.ending = "DONE";
    stay.by = event.type === "TASK_DONE" ? event.by : null;
  }
}

const finishes = (event: CaseEvent, { no, visit }: Stay): boolean =>
  no > 0
    ? event.type === "TASK_DONE" && event.task === no
    : event.type === "VISIT_DONE" && event.visit === visit;

/** The holds that are over; of one that goes on nobody knows yet by how much it moves a deadline. */
function holdsOf(moments: readonly CaseMoment[]): readonly Hold[] {
  const holds: Hold[] = [];
  let heldAt: number | null = null;
  for (const { at, state } of moments) {
    if (state.status === "HELD") heldAt ??= at;
    else if (heldAt !== null) {
      holds.push({ heldAt, resumedAt: at });
      heldAt = null;
    }
  }
  return holds;
}
