import {
  kindOf,
  makeNode,
  type DocumentEdit,
  type Graph,
  type GraphNode,
} from "../../../domain/index.js";
import { addStep, type NewKey } from "./graph-changes.js";
import { inTurn } from "./in-turn.js";

/** The words that a form begins with. */
export interface FirstWords {
  readonly lane: string;
  readonly start: string;
  readonly end: string;
}

/**
 * The first step of an SOP, with what is still missing of the form around it: a lane, a start before
 * it and an end after it.
 */
export function firstStep(
  graph: Graph,
  create: (lane: string) => GraphNode,
  words: FirstWords,
  newKey: NewKey,
): DocumentEdit[] {
  const lane = graph.lanes[0]?.key ?? newKey();
  const parts = [{ lane, label: null }];
  const start = graph.nodes.find((node) => kindOf(node).begins);
  const end = graph.nodes.find((node) => kindOf(node).ends);
  const startKey = start?.key ?? newKey();
  const endKey = end?.key ?? newKey();
  const frame: DocumentEdit[] = [];
  if (graph.lanes.length === 0) {
    const value = { key: lane, name: words.lane, binding: null };
    frame.push({ op: "ADD", in: "lanes", index: 0, value });
  }
  if (start === undefined) {
    const value = makeNode({ key: startKey, kind: "start", text: words.start, parts });
    frame.push({ op: "ADD", in: "nodes", index: 0, value });
  }
  if (end === undefined) {
    const index = graph.nodes.length + (start === undefined ? 1 : 0);
    const value = makeNode({ key: endKey, kind: "end", text: words.end, parts });
    frame.push({ op: "ADD", in: "nodes", index, value });
  }
  if (!graph.edges.some(({ from }) => from === startKey)) {
    const value = { key: newKey(), from: startKey, to: endKey, outcome: null };
    frame.push({ op: "ADD", in: "edges", index: graph.edges.length, value });
  }
  const steps = [
    () => frame,
    (framed: Graph) => addStep(framed, startKey, create(lane), [], newKey),
  ];
  return inTurn(graph, steps, (now, step) => step(now));
}
