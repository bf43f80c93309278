import type { EdgeKey, LaneKey, NodeKey } from "../sop/graph.js";

export type CaseStatus = "RUNNING" | "HELD" | "COMPLETED" | "CANCELLED";
export type TaskStatus = "OPEN" | "CLAIMED" | "DONE" | "WITHDRAWN";
export type VisitStatus = "OPEN" | "DONE" | "WITHDRAWN";

/** A person, by the installation's own id; the engine only compares them. */
export type PersonRef = number;
/** Visits and tasks are numbered 1, 2, 3 … within their case, in the order in which they opened. */
export type VisitNo = number;
export type TaskNo = number;

/** One stay of the case at a node; a loop makes a new visit and never opens an old one again. */
export interface Visit {
  readonly no: VisitNo;
  readonly node: NodeKey;
  /** The visits whose completion brought the token here: the case's causal history. */
  readonly causes: readonly VisitNo[];
  readonly status: VisitStatus;
  /** The edge that was chosen, on a decision that is done. */
  readonly outcome: EdgeKey | null;
}

export interface TaskState {
  readonly no: TaskNo;
  readonly visit: VisitNo;
  readonly lane: LaneKey;
  readonly label: string | null;
  readonly status: TaskStatus;
  readonly assignee: PersonRef | null;
}

/** A token that waits before a join; everywhere else a token is an open visit. */
export interface Token {
  readonly edge: EdgeKey;
  readonly causes: readonly VisitNo[];
}

/** The state of a case: plain JSON, and always the fold of its events. */
export interface CaseState {
  readonly status: CaseStatus;
  readonly visits: readonly Visit[];
  readonly tasks: readonly TaskState[];
  readonly tokens: readonly Token[];
}

export const unstarted: CaseState = { status: "RUNNING", visits: [], tasks: [], tokens: [] };
