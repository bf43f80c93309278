import {
  kindOf,
  type DocumentEdit,
  type Edge,
  type Graph,
  type GraphNode,
  type Lane,
  type Output,
} from "../../../domain/index.js";

/**
 * What a drafter does, as the edits that it takes. All are pure; `newKey` hands out keys that no
 * element of the graph ever had.
 */
export type NewKey = () => string;

export const changeNode = (node: GraphNode): DocumentEdit => ({
  op: "UPDATE",
  in: "nodes",
  key: node.key,
  value: node,
});

export const changeEdge = (edge: Edge): DocumentEdit => ({
  op: "UPDATE",
  in: "edges",
  key: edge.key,
  value: edge,
});

export const changeLane = (lane: Lane): DocumentEdit => ({
  op: "UPDATE",
  in: "lanes",
  key: lane.key,
  value: lane,
});

export const changeOutput = (output: Output): DocumentEdit => ({
  op: "UPDATE",
  in: "outputs",
  key: output.key,
  value: output,
});

export const moveNode = (key: string, index: number): DocumentEdit => ({
  op: "MOVE",
  in: "nodes",
  key,
  index,
});

export const moveLane = (key: string, index: number): DocumentEdit => ({
  op: "MOVE",
  in: "lanes",
  key,
  index,
});

export const addLane = (graph: Graph, lane: Lane): DocumentEdit => ({
  op: "ADD",
  in: "lanes",
  index: graph.lanes.length,
  value: lane,
});

export const removeEdge = (key: string): DocumentEdit => ({ op: "REMOVE", in: "edges", key });

export const addEdge = (graph: Graph, edge: Edge, already = 0): DocumentEdit => ({
  op: "ADD",
  in: "edges",
  index: graph.edges.length + already,
  value: edge,
});

/** The lane and its boxes; a step that stood only there keeps its row and asks for a lane. */
export function removeLane(graph: Graph, key: string): DocumentEdit[] {
  const leaving = graph.nodes
    .filter((node) => node.parts.some((part) => part.lane === key))
    .map((node) => changeNode({ ...node, parts: node.parts.filter((part) => part.lane !== key) }));
  return [...leaving, { op: "REMOVE", in: "lanes", key }];
}

/**
 * A new row under `after`, already in the flow: it takes over the arrow that went on from there, or,
 * under an end, the arrows that came in. A new decision gets its outcomes: the first goes on, the
 * others go back to `after`.
 */
export function addStep(
  graph: Graph,
  after: string,
  node: GraphNode,
  outcomes: readonly string[],
  newKey: NewKey,
): DocumentEdit[] {
  const at = graph.nodes.findIndex(({ key }) => key === after);
  const anchor = graph.nodes[at];
  if (anchor === undefined) {
    return [{ op: "ADD", in: "nodes", index: graph.nodes.length, value: node }];
  }
  const closes = kindOf(anchor).ends;
  const edits: DocumentEdit[] = [
    { op: "ADD", in: "nodes", index: closes ? at : at + 1, value: node },
  ];
  const out = graph.edges.filter((edge) => edge.from === after);
  const into = graph.edges.filter((edge) => edge.to === after);
  const onward = closes ? after : (out[0]?.to ?? nextRow(graph, at));
  const name = kindOf(anchor).namesOutcomes ? (outcomes[0] ?? "") : null;
  // Nothing leads to a start; it stands beside the flow and leads into it.
  if (kindOf(node).edgesIn.max === 0) {
    return onward === null ? edits : [...edits, addEdge(graph, edgeOf(newKey(), node.key, onward))];
  }
  if (closes) for (const edge of into) edits.push(changeEdge({ ...edge, to: node.key }));
  else if (out[0] !== undefined) edits.push(changeEdge({ ...out[0], to: node.key }));
  else edits.push(addEdge(graph, { ...edgeOf(newKey(), after, node.key), outcome: name }));
  if (onward === null || kindOf(node).edgesOut.max === 0) return edits;
  const already = edits.filter((edit) => edit.op === "ADD" && edit.in === "edges").length;
  const back = closes ? (into[0]?.from ?? onward) : after;
  const backTarget = kindOf(graph.nodes.find(({ key }) => key === back) ?? anchor).begins
    ? onward
    : back;
  const named = kindOf(node).namesOutcomes ? outcomes : [null];
  for (const [index, outcome] of named.entries()) {
    const target = index === 0 ? onward : backTarget;
    edits.push(addEdge(graph, { ...edgeOf(newKey(), node.key, target), outcome }, already + index));
  }
  return edits;
}

/**
 * The row and its arrows; what led to it goes on to where its first arrow led. Documents that it
 * alone spoke of leave the version with it.
 */
export function removeStep(graph: Graph, key: string): DocumentEdit[] {
  const out = graph.edges.filter((edge) => edge.from === key);
  const into = graph.edges.filter((edge) => edge.to === key && edge.from !== key);
  const onward = out.find((edge) => edge.to !== key)?.to;
  const edits: DocumentEdit[] = out.map((edge) => removeEdge(edge.key));
  for (const edge of into) {
    const wouldLoop = edge.from === onward;
    const source = graph.nodes.find((node) => node.key === edge.from);
    const isDouble =
      source !== undefined &&
      !kindOf(source).namesOutcomes &&
      graph.edges.some((other) => other.from === edge.from && other.to === onward);
    if (onward === undefined || wouldLoop || isDouble) edits.push(removeEdge(edge.key));
    else edits.push(changeEdge({ ...edge, to: onward }));
  }
  const spoken = new Set(graph.nodes.filter((node) => node.key === key).flatMap(outputsOf));
  for (const node of graph.nodes) {
    if (node.key !== key) for (const output of outputsOf(node)) spoken.delete(output);
  }
  const lonely = graph.outputs.filter((output) => spoken.has(output.key));
  return [
    ...edits,
    { op: "REMOVE", in: "nodes", key },
    ...lonely.map((output) => ({ op: "REMOVE", in: "outputs", key: output.key }) as const),
  ];
}

/** The documents that a step speaks of. */
const outputsOf = ({ outputs, requirements }: GraphNode): readonly string[] => [
  ...outputs,
  ...requirements.flatMap(({ output }) => output ?? []),
];

/** Where the only arrow of a step leads; `null` takes the arrow away. */
export function setNext(
  graph: Graph,
  from: string,
  to: string | null,
  newKey: NewKey,
): DocumentEdit[] {
  const [first, ...rest] = graph.edges.filter((edge) => edge.from === from);
  const surplus = rest.map((edge) => removeEdge(edge.key));
  if (to === null) return first === undefined ? [] : [removeEdge(first.key), ...surplus];
  if (first === undefined) return [addEdge(graph, edgeOf(newKey(), from, to))];
  return [changeEdge({ ...first, to }), ...surplus];
}

/** A new named document that this step yields. */
export function addOutput(graph: Graph, node: GraphNode, output: Output): DocumentEdit[] {
  return [
    { op: "ADD", in: "outputs", index: graph.outputs.length, value: output },
    changeNode({ ...node, outputs: [...node.outputs, output.key] }),
  ];
}

/** Takes an output from a step, and out of the version where nothing else speaks of it. */
export function removeOutput(graph: Graph, node: GraphNode, key: string): DocumentEdit[] {
  const isUsed = graph.nodes.some(
    (other) =>
      (other.key !== node.key && other.outputs.includes(key)) ||
      other.requirements.some((requirement) => requirement.output === key),
  );
  const edits: DocumentEdit[] = [
    changeNode({ ...node, outputs: node.outputs.filter((output) => output !== key) }),
  ];
  if (!isUsed) edits.push({ op: "REMOVE", in: "outputs", key });
  return edits;
}

const edgeOf = (key: string, from: string, to: string): Edge => ({ key, from, to, outcome: null });

/** The next row that an arrow may lead to. */
const nextRow = (graph: Graph, at: number): string | null =>
  graph.nodes.slice(at + 1).find((node) => kindOf(node).edgesIn.max !== 0)?.key ?? null;
