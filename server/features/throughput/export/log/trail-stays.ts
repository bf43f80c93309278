import {
  type CaseEvent,
  type CaseEventType,
  type CaseMoment,
  type NodeKey,
  type OpenWork,
  type Plan,
  stayNo,
} from "../../../../../domain/index.js";
import type {
  EndedShare,
  Happening,
  OpenShare,
  TrailEventType,
  TrailStay,
  Transition,
} from "./trail-event.js";

interface LivingStay extends TrailStay {
  isOpen: boolean;
  /** Whether somebody has had it, or the connector's case was started. */
  isStarted: boolean;
  person: number | null;
  /** What has passed since something last happened to it. */
  share: { -readonly [Key in keyof EndedShare]: EndedShare[Key] } | null;
}

type EventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;
type Handlers = { readonly [T in CaseEventType]?: (event: EventOf<T>) => Happening[] };

/** The tasks and connectors of a case while its log is gone through. */
export class TrailStays {
  readonly #plan: Plan;
  readonly #stays = new Map<number, LivingStay>();
  readonly #visits = new Map<number, { readonly node: NodeKey; readonly isRework: boolean }>();
  readonly #nodes = new Set<NodeKey>();
  /** Whether the entry at hand cancels the case. */
  #isCancelling = false;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** What an entry of the log did to them, in its order. */
  happen({ events, work }: CaseMoment): Happening[] {
    this.#isCancelling = events.some(({ type }) => type === "CASE_CANCELLED");
    const happenings = events.flatMap((event) => {
      const handle = this.#handlers[event.type] as ((event: CaseEvent) => Happening[]) | undefined;
      return handle?.(event) ?? [];
    });
    const now = new Map(work.map((one) => [stayNo(one), one.state]));
    // So that a share is of one state, whatever a later version of the engine writes.
    const changed = [...this.#stays.values()].filter(
      ({ no, share }) => share !== null && share.state !== now.get(no),
    );
    const told = [
      ...happenings,
      ...changed.map((stay) => this.#told(stay, "CHANGED", ["unknown"])),
    ];
    const last = new Map(told.map((one, place) => [one.stay.no, place]));
    return told.map((one, place) =>
      last.get(one.stay.no) === place
        ? { ...one, after: now.get(one.stay.no) ?? (one.type === "DONE" ? "DONE" : "WITHDRAWN") }
        : one,
    );
  }

  /** A part of the time until the next entry. */
  pass(work: OpenWork, clock: number, working: number): void {
    const stay = this.#stays.get(stayNo(work))!;
    stay.share ??= { state: work.state, clock: 0, working: 0 };
    stay.share.clock += clock;
    stay.share.working += working;
  }

  /** What has passed since, of all that is open. */
  unended(): readonly OpenShare[] {
    return [...this.#stays.values()].flatMap(({ share, ...stay }) =>
      share === null ? [] : [{ ...stay, ...share }],
    );
  }

  readonly #handlers: Handlers = {
    VISIT_OPENED: ({ visit, node }) => {
      const isRework = this.#nodes.has(node);
      this.#nodes.add(node);
      this.#visits.set(visit, { node, isRework });
      const step = this.#plan.nodes.get(node);
      if (step?.opens !== "CALL") return [];
      const lane = step.parts[0]?.lane ?? null;
      return [this.#opened({ no: -visit, visit, node, lane, isRework, isRequesters: false })];
    },
    TASK_OPENED: ({ task, visit, lane }) => {
      const isRequesters = this.#plan.bindings.get(lane)?.type === "REQUESTER";
      return [this.#opened({ no: task, visit, lane, isRequesters, ...this.#visits.get(visit)! })];
    },
    TASK_CLAIMED: ({ task, by }) => this.#taken(task, by, "CLAIMED"),
    TASK_DELEGATED: ({ task, to }) => this.#taken(task, to, "DELEGATED"),
    TASK_RELEASED: ({ task }) =>
      this.#of(task, (stay) => {
        const told = this.#told(stay, "RELEASED", ["suspend"]);
        stay.person = null;
        return told;
      }),
    TASK_DONE: ({ task, by, outcome, given }) =>
      this.#of(task, (stay) => {
        stay.person = by;
        stay.isOpen = false;
        return { ...this.#told(stay, "DONE", ["complete"]), outcome, given };
      }),
    TASK_WITHDRAWN: ({ task }) => this.#withdrawn(task),
    CHILD_STARTED: ({ visit }) =>
      this.#of(-visit, (stay) => {
        stay.isStarted = true;
        return this.#told(stay, "CALLED", ["start"]);
      }),
    VISIT_DONE: ({ visit, outcome }) =>
      this.#of(-visit, (stay) => {
        stay.isOpen = false;
        return { ...this.#told(stay, "DONE", ["complete"]), outcome };
      }),
    VISIT_UNDONE: ({ visit }) => this.#withdrawn(-visit),
    CASE_HELD: () => this.#allOpen().map((stay) => this.#told(stay, "HELD", ["suspend"])),
    CASE_RESUMED: () => this.#allOpen().map((stay) => this.#told(stay, "RESUMED", ["resume"])),
    CASE_CANCELLED: () => this.#allOpen().flatMap(({ no }) => this.#withdrawn(no)),
  };

  #allOpen(): LivingStay[] {
    return [...this.#stays.values()].filter(({ isOpen }) => isOpen);
  }

  #of(no: number, happen: (stay: LivingStay) => Happening): Happening[] {
    const stay = this.#stays.get(no);
    return stay ? [happen(stay)] : [];
  }

  #opened(stay: TrailStay): Happening {
    const living = { ...stay, isOpen: true, isStarted: false, person: null, share: null };
    this.#stays.set(stay.no, living);
    return this.#told(living, "OPENED", ["schedule"]);
  }

  #taken(task: number, person: number, type: "CLAIMED" | "DELEGATED"): Happening[] {
    return this.#of(task, (stay) => {
      const first: readonly Transition[] = stay.isStarted ? ["resume"] : ["assign", "start"];
      const transitions: readonly Transition[] = stay.person === null ? first : ["reassign"];
      stay.person = person;
      stay.isStarted = true;
      return this.#told(stay, type, transitions);
    });
  }

  #withdrawn(no: number): Happening[] {
    return this.#of(no, (stay) => {
      if (!stay.isOpen) return this.#told(stay, "UNDONE", []);
      stay.isOpen = false;
      const alone = stay.isStarted ? "ate_abort" : "withdraw";
      return this.#told(stay, "WITHDRAWN", [this.#isCancelling ? "pi_abort" : alone]);
    });
  }

  /** Takes what has passed along. */
  #told(living: LivingStay, type: TrailEventType, transitions: readonly Transition[]): Happening {
    const { isOpen: _open, isStarted: _started, person, share, ...stay } = living;
    living.share = null;
    return { type, stay, transitions, person, outcome: null, given: [], share, after: null };
  }
}
