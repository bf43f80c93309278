import {
  type CaseEvent,
  caseIntervals,
  caseLedger,
  type CaseMoment,
  caseMoments,
  type CaseStatus,
  hasEnded,
  type LoggedEvents,
  type OpenWork,
  type Plan,
  portion,
  type TimeShare,
  type WorkingCalendar,
  workingTimeBetween,
} from "../../../../../domain/index.js";
import {
  type Happening,
  type Milestone,
  milestoneTypes,
  type OpenShare,
  type TrailEvent,
} from "./trail-event.js";
import { TrailStays } from "./trail-stays.js";

/** A case as an event log tells it. Times in epoch milliseconds. */
export interface CaseTrail {
  /** What happened to its tasks and waiting connectors, in order. */
  readonly events: readonly TrailEvent[];
  /** What happened to it as a whole. */
  readonly milestones: readonly Milestone[];
  readonly status: CaseStatus;
  readonly startedAt: number;
  /** `null` while it goes on. */
  readonly endedAt: number | null;
  /** All shares of its lead time, up to when it is told. */
  readonly ledger: readonly TimeShare[];
  /** What of the ledger no event has ended: the shares of all events and these make up the ledger. */
  readonly open: readonly TimeShare[];
  /** The same, each with its task or connector. */
  readonly openStays: readonly OpenShare[];
}

/**
 * Tells a case from its log, up to `until`. Every share of its time is on the event that ended it: a
 * task in one state until something happens to it.
 */
export function caseTrail(
  plan: Plan,
  log: readonly LoggedEvents[],
  calendar: WorkingCalendar,
  until: number,
): CaseTrail {
  const moments = caseMoments(plan, log);
  const stays = new TrailStays(plan);
  const events: TrailEvent[] = [];
  const milestones: Milestone[] = [];
  const open = new Shares();
  for (const [index, moment] of moments.entries()) {
    const seq = index + 1;
    const happenings = stays.happen(moment);
    events.push(...happenings.map((one, place) => toldAt(moment, seq, place, one)));
    milestones.push(...milestonesOf(moment, seq));
    passTime(moment, moments[index + 1]?.at ?? until, calendar, (work, clock, working) => {
      if (work === null) open.add(nobodys(moment), clock, working);
      else stays.pass(work, clock, working);
    });
  }
  const ledger = caseLedger(caseIntervals(moments, until), calendar);
  const openStays = stays.unended();
  for (const { lane, state, isRework, clock, working } of openStays) {
    open.add({ lane, state, isRework }, clock, working);
  }
  const last = moments.at(-1);
  const status = last?.state.status ?? "RUNNING";
  return {
    events,
    milestones,
    status,
    startedAt: moments[0]?.at ?? until,
    endedAt: hasEnded(status) ? last!.at : null,
    ledger,
    open: open.all,
    openStays,
  };
}

const toldAt = ({ at }: CaseMoment, seq: number, place: number, one: Happening): TrailEvent => ({
  at,
  seq,
  place: place + 1,
  ...one,
});

function milestonesOf({ at, events }: CaseMoment, seq: number): Milestone[] {
  return events.flatMap((event: CaseEvent) => {
    const type = milestoneTypes.find((one) => one === event.type);
    if (type === undefined) return [];
    const isOfTask = event.type === "CASE_RETURNED" || event.type === "CASE_RECALLED";
    return [{ at, seq, type, task: isOfTask ? event.task : null }];
  });
}

/** Divides the time up to the next moment as the ledger does; `null` stands for nobody. */
function passTime(
  { at: from, state, work }: CaseMoment,
  to: number,
  calendar: WorkingCalendar,
  pass: (work: OpenWork | null, clock: number, working: number) => void,
): void {
  if (hasEnded(state.status) || to <= from) return;
  const clock = to - from;
  const working = workingTimeBetween(calendar, from, to);
  if (work.length === 0) pass(null, clock, working);
  for (const [place, one] of work.entries()) {
    pass(one, portion(clock, work.length, place), portion(working, work.length, place));
  }
}

const nobodys = ({ state: { status } }: CaseMoment) => ({
  lane: null,
  state: status === "HELD" ? ("HELD" as const) : ("QUEUE" as const),
  isRework: false,
});

/** Sums by lane, state and round. */
class Shares {
  readonly #sums = new Map<string, { -readonly [Key in keyof TimeShare]: TimeShare[Key] }>();

  get all(): readonly TimeShare[] {
    return [...this.#sums.values()];
  }

  add(of: Pick<TimeShare, "lane" | "state" | "isRework">, clock: number, working: number): void {
    const key = JSON.stringify([of.lane, of.state, of.isRework]);
    const sum = this.#sums.get(key) ?? { ...of, clock: 0, working: 0 };
    sum.clock += clock;
    sum.working += working;
    this.#sums.set(key, sum);
  }
}
