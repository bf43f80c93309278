import type { EdgeKey, LaneKey, NodeKey, OutputKey } from "../sop/graph.js";

export type CaseStatus = "RUNNING" | "HELD" | "COMPLETED" | "CANCELLED";
export const hasEnded = (status: CaseStatus): boolean =>
  status === "COMPLETED" || status === "CANCELLED";

export type TaskStatus = "OPEN" | "CLAIMED" | "DONE" | "WITHDRAWN";
/** UNDONE: sent back or recalled, with all that followed from it. WITHDRAWN: open when the case was cancelled. */
export type VisitStatus = "OPEN" | "DONE" | "WITHDRAWN" | "UNDONE";

/** A person, by the installation's own id; the engine only compares them. */
export type PersonRef = number;
/** Another case, by the installation's own id. */
export type CaseRef = number;
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
  /** The task whose completion closed it; missing where none did, and in logs older than recall. */
  readonly closedBy?: TaskNo;
  /** The case that a connector started, by the installation's id; missing until there is one. */
  readonly child?: CaseRef;
}

export interface TaskState {
  readonly no: TaskNo;
  readonly visit: VisitNo;
  readonly lane: LaneKey;
  readonly label: string | null;
  readonly status: TaskStatus;
  readonly assignee: PersonRef | null;
  /** The outputs that it gave; missing where there are none. They count while the task is DONE. */
  readonly gave?: readonly OutputKey[];
}

/** The open visit whose connector waits for the case; none where it is a case of its own. */
export const visitWaitingFor = ({ visits }: CaseState, child: CaseRef): Visit | undefined =>
  visits.find((visit) => visit.status === "OPEN" && visit.child === child);

export const isOpenTask = ({ status }: TaskState): boolean =>
  status === "OPEN" || status === "CLAIMED";

/** A token that waits before a join; everywhere else a token is an open visit. */
export interface Token {
  readonly edge: EdgeKey;
  readonly causes: readonly VisitNo[];
}

/** The state of a case: plain JSON, and always the fold of its events. */
export interface CaseState {
  readonly status: CaseStatus;
  /** Set while it is held because the case that waits for it is: only that one resumes it. */
  readonly heldByParent?: true;
  readonly visits: readonly Visit[];
  readonly tasks: readonly TaskState[];
  readonly tokens: readonly Token[];
}

export const unstarted: CaseState = { status: "RUNNING", visits: [], tasks: [], tokens: [] };
