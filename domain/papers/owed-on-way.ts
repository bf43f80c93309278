import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, Graph, GraphNode, NodeKey, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { hasTasks, needsOfOthers } from "./paper-links.js";

/**
 * The outputs that a decision must give when it ends by an arrow: those which a step on that way is
 * linked to, with no step before it that gives them. What it refuses it need not draw up.
 */
export function owedOnWays(
  graph: Graph,
  index: GraphIndex,
): (decision: GraphNode, way: Edge) => readonly OutputKey[] {
  const isNeeded = neededOnWays(graph, index);
  return ({ outputs }, { to }) => outputs.filter((output) => isNeeded(output, to));
}

/** Whether what a step gives hangs on the way by which it ends. */
export const choosesWay = (node: GraphNode): boolean =>
  hasTasks(node) && kindOf(node).leaves === "CHOSEN_EDGE";

/**
 * Whether a case at a node can come to a step that is linked to an output before any gives it. Found
 * for one output after another, from these steps backwards: a drawing may have hundreds of outputs,
 * and numbers are faster than keys.
 */
function neededOnWays(
  graph: Graph,
  index: GraphIndex,
): (output: OutputKey, node: NodeKey) => boolean {
  const places = new Map([...index.nodes.keys()].map((key, at) => [key, at]));
  const before = [...index.nodes.keys()].map((key) =>
    index.edgesInto(key).flatMap(({ from }) => places.get(from) ?? []),
  );
  const needing = new Map<OutputKey, number[]>();
  const giving = new Map<OutputKey, number[]>();
  for (const node of graph.nodes.filter(hasTasks)) {
    const place = places.get(node.key)!;
    for (const output of needsOfOthers(node)) addTo(needing, output, place);
    for (const output of node.outputs) addTo(giving, output, place);
  }
  const search = (output: OutputKey): Uint8Array => {
    const found = new Uint8Array(before.length);
    for (const at of giving.get(output) ?? []) found[at] = given;
    const open = [...(needing.get(output) ?? [])];
    for (const at of open) found[at] = needed;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const from of before[at]!) {
        if (found[from] !== 0) continue;
        found[from] = needed;
        open.push(from);
      }
    }
    return found;
  };
  const known = new Map<OutputKey, Uint8Array>();
  return (output, node) => {
    const found = known.get(output) ?? search(output);
    known.set(output, found);
    return found[places.get(node) ?? -1] === needed;
  };
}

const needed = 1;
const given = 2;

function addTo<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
