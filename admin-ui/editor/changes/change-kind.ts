import {
  kindOf,
  nodeKinds,
  type DocumentEdit,
  type Edge,
  type Graph,
  type GraphNode,
  type NodeKind,
} from "../../../domain/index.js";
import { addEdge, changeEdge, changeNode, removeEdge, type NewKey } from "./graph-changes.js";

/**
 * The step as another kind, in its place, with its key, text, times and papers. Its lanes and arrows
 * become what the kind asks: a decision gets its outcomes, the second one going back to the step
 * before as a first suggestion; what leads out of an end, or into a start, is taken away.
 */
export function changeKind(
  graph: Graph,
  node: GraphNode,
  to: NodeKind,
  outcomes: readonly string[],
  newKey: NewKey,
): DocumentEdit[] {
  if (node.kind === to) return [];
  const kind = nodeKinds[to];
  const lanes = graph.lanes.map(({ key }) => key);
  const wanted = kind.parts.max ?? node.parts.length;
  const home = node.parts.length > 0 || kind.parts.min === 0 ? [] : lanes.slice(0, 1);
  const parts = [...node.parts, ...home.map((lane) => ({ lane, label: null }))].slice(0, wanted);
  // A step that had work keeps it, so that nothing written on it loses its place on the form.
  const work = (kind.begins || kind.ends) && hasStandard(node);
  const changed: GraphNode = { ...node, kind: to, parts, work };
  return [changeNode(changed), ...arrowEdits(graph, changed, outcomes, newKey)];
}

function arrowEdits(
  graph: Graph,
  node: GraphNode,
  outcomes: readonly string[],
  newKey: NewKey,
): DocumentEdit[] {
  const kind = kindOf(node);
  const out = graph.edges.filter(({ from }) => from === node.key);
  const into = graph.edges.filter(({ to }) => to === node.key);
  const kept = out.slice(0, kind.edgesOut.max ?? out.length);
  const edits: DocumentEdit[] = [
    ...(kind.edgesIn.max === 0 ? into : []).map(({ key }) => removeEdge(key)),
    ...out.slice(kept.length).map(({ key }) => removeEdge(key)),
  ];
  const names = kind.namesOutcomes ? outcomes : [];
  const used = new Set(kept.map(({ outcome }) => outcome));
  const free = names.filter((name) => !used.has(name));
  for (const edge of kept) {
    const outcome = kind.namesOutcomes ? (edge.outcome ?? free.shift() ?? "") : null;
    if (outcome !== edge.outcome) edits.push(changeEdge({ ...edge, outcome }));
  }
  const left = graph.edges.length - edits.filter(({ op }) => op === "REMOVE").length;
  const wanted = Math.max(0, kind.edgesOut.min - kept.length);
  const missing = suggestedTargets(graph, node, kept).slice(0, wanted);
  missing.forEach((to, index) => {
    const edge: Edge = {
      key: newKey(),
      from: node.key,
      to,
      outcome: kind.namesOutcomes ? (free.shift() ?? "") : null,
    };
    edits.push(addEdge({ ...graph, edges: graph.edges.slice(0, left) }, edge, index));
  });
  return edits;
}

/**
 * Where missing arrows might lead: the first to the next row; a decision's others back to the step
 * before, those that run side by side to the rows further down.
 */
function suggestedTargets(graph: Graph, node: GraphNode, kept: readonly Edge[]): string[] {
  const kind = kindOf(node);
  const at = graph.nodes.findIndex(({ key }) => key === node.key);
  const takes = (other: GraphNode): boolean => kindOf(other).edgesIn.max !== 0;
  const led = new Set(kept.map(({ to }) => to));
  const below = graph.nodes.slice(at + 1).filter((other) => takes(other) && !led.has(other.key));
  const before = graph.nodes
    .slice(0, at)
    .findLast((other) => kindOf(other).isNumbered(other) && takes(other));
  const back = before?.key ?? node.key;
  const onward = below.map(({ key }) => key);
  if (!kind.namesOutcomes) return onward;
  return kept.length === 0 ? [...onward.slice(0, 1), back] : [back];
}

const hasStandard = (node: GraphNode): boolean =>
  node.requirements.length > 0 || node.outputs.length > 0 || node.standardTime !== null;
