import type { CaseEvent, CaseEventType } from "./case-event.js";
import { type CaseState, type TaskState, unstarted, type Visit } from "./case-state.js";

type EventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;
type Applied = { [T in CaseEventType]: (state: CaseState, event: EventOf<T>) => CaseState };

const withTask = (state: CaseState, no: number, change: Partial<TaskState>): CaseState => ({
  ...state,
  tasks: state.tasks.map((task) => (task.no === no ? { ...task, ...change } : task)),
});

const withVisit = (state: CaseState, no: number, change: Partial<Visit>): CaseState => ({
  ...state,
  visits: state.visits.map((visit) => (visit.no === no ? { ...visit, ...change } : visit)),
});

const applied: Applied = {
  CASE_STARTED: (state) => ({ ...state, status: "RUNNING" }),
  VISIT_OPENED: (state, { visit, node, causes }) => ({
    ...state,
    visits: [...state.visits, { no: visit, node, causes, status: "OPEN", outcome: null }],
  }),
  VISIT_DONE: (state, { visit, outcome, task }) =>
    withVisit(state, visit, {
      status: "DONE",
      outcome,
      ...(task !== undefined && { closedBy: task }),
    }),
  VISIT_UNDONE: (state, { visit }) => withVisit(state, visit, { status: "UNDONE" }),
  TASK_OPENED: (state, { task, visit, lane, label }) => ({
    ...state,
    tasks: [...state.tasks, { no: task, visit, lane, label, status: "OPEN", assignee: null }],
  }),
  TASK_CLAIMED: (state, { task, by }) => withTask(state, task, { status: "CLAIMED", assignee: by }),
  TASK_RELEASED: (state, { task }) => withTask(state, task, { status: "OPEN", assignee: null }),
  TASK_DELEGATED: (state, { task, to }) =>
    withTask(state, task, { status: "CLAIMED", assignee: to }),
  TASK_DONE: (state, { task, by, given }) =>
    withTask(state, task, {
      status: "DONE",
      assignee: by,
      ...(given.length > 0 && { gave: given.map(({ output }) => output) }),
    }),
  TASK_WITHDRAWN: (state, { task }) => withTask(state, task, { status: "WITHDRAWN" }),
  TOKEN_PLACED: (state, { edge, causes }) => ({
    ...state,
    tokens: [...state.tokens, { edge, causes }],
  }),
  TOKEN_TAKEN: (state, { edge }) => {
    const at = state.tokens.findIndex((token) => token.edge === edge);
    return { ...state, tokens: state.tokens.filter((_, index) => index !== at) };
  },
  CASE_COMPLETED: (state) => ({ ...state, status: "COMPLETED" }),
  CASE_RETURNED: (state) => state,
  CASE_RECALLED: (state) => state,
  COMMENT_ADDED: (state) => state,
  DEADLINES_MOVED: (state) => state,
  CHILD_STARTED: (state, { visit, instance }) => withVisit(state, visit, { child: instance }),
  CHILD_COMPLETED: (state) => state,
  CHILD_CANCELLED: (state) => state,
  CASE_HELD: (state, { byParent }) => ({
    ...state,
    status: "HELD",
    ...(byParent && { heldByParent: true }),
  }),
  CASE_RESUMED: ({ visits, tasks, tokens }) => ({ status: "RUNNING", visits, tasks, tokens }),
  CASE_CANCELLED: (state) => ({
    ...state,
    status: "CANCELLED",
    tokens: [],
    visits: state.visits.map((visit) =>
      visit.status === "OPEN" ? { ...visit, status: "WITHDRAWN" } : visit,
    ),
  }),
};

export function applyEvent(state: CaseState, event: CaseEvent): CaseState {
  return (applied[event.type] as (state: CaseState, event: CaseEvent) => CaseState)(state, event);
}

/** The state of a case is the fold of its events, from the first one on. */
export const foldEvents = (events: Iterable<CaseEvent>): CaseState => {
  let state = unstarted;
  for (const event of events) state = applyEvent(state, event);
  return state;
};
