import type {
  EdgeKey,
  GivenOutput,
  LaneKey,
  NodeKey,
  ShareState,
} from "../../../../../domain/index.js";

/** One task of a case, or one waiting connector. */
export interface TrailStay {
  /** The task's number, or the visit's with a minus before it where a connector waits. */
  readonly no: number;
  readonly visit: number;
  readonly node: NodeKey;
  /** `null` only in a graph that the rules refuse. */
  readonly lane: LaneKey | null;
  readonly isRework: boolean;
  /** Whether it is the requester's own turn. */
  readonly isRequesters: boolean;
}

/**
 * What can happen to a task or a waiting connector. UNDONE: what was done stopped counting, as the
 * case was sent back. CHANGED: its state became another one by nothing that is known.
 */
export type TrailEventType =
  | "OPENED"
  | "CLAIMED"
  | "DELEGATED"
  | "RELEASED"
  | "CALLED"
  | "HELD"
  | "RESUMED"
  | "DONE"
  | "WITHDRAWN"
  | "UNDONE"
  | "CHANGED";

/** The transitions of an activity in the standard model of IEEE 1849-2016. */
export type Transition =
  | "schedule"
  | "assign"
  | "reassign"
  | "start"
  | "suspend"
  | "resume"
  | "complete"
  | "withdraw"
  | "ate_abort"
  | "pi_abort"
  | "unknown";

/** A part of the case's time that an event ended, in integer milliseconds. */
export interface EndedShare {
  readonly state: ShareState;
  readonly clock: number;
  readonly working: number;
}

/** A part of the case's time that no event has ended yet. */
export type OpenShare = TrailStay & EndedShare;

export interface Happening {
  readonly type: TrailEventType;
  readonly stay: TrailStay;
  /** What it is in the standard model; none for UNDONE, which the model does not have. */
  readonly transitions: readonly Transition[];
  /** Whose the task is then, or was; `null` for nobody, and for somebody without an account. */
  readonly person: number | null;
  readonly outcome: EdgeKey | null;
  readonly given: readonly GivenOutput[];
  /** `null` where no time passed. */
  readonly share: EndedShare | null;
  /** What it is from then on; `null` where the same entry goes on to change it. */
  readonly after: ShareState | "DONE" | "WITHDRAWN" | null;
}

/** When it happened, by the entry of the case's log and by its place within the entry, from 1. */
export interface TrailEvent extends Happening {
  readonly at: number;
  readonly seq: number;
  readonly place: number;
}

export const milestoneTypes = [
  "CASE_STARTED",
  "CASE_HELD",
  "CASE_RESUMED",
  "CASE_RETURNED",
  "CASE_RECALLED",
  "CASE_COMPLETED",
  "CASE_CANCELLED",
] as const;
export type MilestoneType = (typeof milestoneTypes)[number];

export interface Milestone {
  readonly at: number;
  readonly seq: number;
  readonly type: MilestoneType;
  /** From which task it was sent or taken back. */
  readonly task: number | null;
}
