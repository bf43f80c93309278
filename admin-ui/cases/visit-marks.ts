import { type CaseState, type Graph, kindOf, type Visit } from "../../domain/index.js";
import { markKey, type StepMark, type StepMarks } from "./step-marks.js";

type Task = CaseState["tasks"][number];

const visitMark: Readonly<Record<Visit["status"], StepMark>> = {
  OPEN: "open",
  DONE: "done",
  UNDONE: "undone",
  WITHDRAWN: "withdrawn",
};

const taskMark: Readonly<Record<Task["status"], StepMark>> = {
  OPEN: "open",
  CLAIMED: "claimed",
  DONE: "done",
  WITHDRAWN: "withdrawn",
};

/**
 * The marks of the form in one state of a case. Each box shows its latest visit; what has none (a
 * capsule without work) is done once the case has come past it.
 */
export function visitMarks(graph: Graph, state: CaseState): StepMarks {
  const marks = new Map<string, StepMark>();
  const passed = passedNodes(graph, state);
  for (const node of graph.nodes) {
    if (!passed.has(node.key)) continue;
    for (const { lane } of node.parts) marks.set(markKey(node.key, lane), "done");
  }
  const partsOf = new Map(graph.nodes.map(({ key, parts }) => [key, parts]));
  for (const visit of state.visits) {
    const tasks = state.tasks.filter((task) => task.visit === visit.no);
    for (const { lane } of partsOf.get(visit.node) ?? []) {
      const task = tasks.findLast((one) => one.lane === lane);
      const mark =
        visit.status === "UNDONE" || task === undefined
          ? markOfVisit(visit)
          : taskMark[task.status];
      marks.set(markKey(visit.node, lane), mark);
    }
  }
  return marks;
}

/** A connector whose case has been started is worked on there. */
const markOfVisit = ({ status, child }: Visit): StepMark =>
  status === "OPEN" && child !== undefined ? "claimed" : visitMark[status];

/** How often the case has come to each step. */
export function visitCounts({ visits }: CaseState): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node } of visits) counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}

/** The nodes without work of their own that the case has gone through. */
function passedNodes(graph: Graph, state: CaseState): ReadonlySet<string> {
  if (state.visits.length === 0) return new Set();
  const passed = new Set<string>();
  const silent = graph.nodes.filter((node) => kindOf(node).opens(node) === "NOTHING");
  const isPassed = (from: string, edge: string): boolean =>
    passed.has(from) ||
    state.visits.some(
      ({ node, status, outcome }) =>
        node === from && status === "DONE" && (outcome === null || outcome === edge),
    );
  // A capsule may stand behind a bar, and that behind another one.
  for (let before = -1; before < passed.size;) {
    before = passed.size;
    for (const node of silent) {
      const into = graph.edges.filter(({ to }) => to === node.key);
      const test = kindOf(node).waitsForAll ? into.every : into.some;
      const isReached = test.call(into, ({ from, key }) => isPassed(from, key));
      if (kindOf(node).begins || (into.length > 0 && isReached)) passed.add(node.key);
    }
  }
  return passed;
}
