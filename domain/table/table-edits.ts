import type { CollectionName, Collections, DocumentEdit } from "../edit/document-edit.js";
import { nodeKinds } from "../kinds/node-kinds.js";
import { makeNode } from "../sop/build-graph.js";
import type { Edge, Graph, GraphNode, LaneBinding, NodeKey } from "../sop/graph.js";
import type { RecognisedStep, RecognisedTable } from "./recognised-table.js";
import { bareText } from "./tidy-text.js";

/** Where the steps go: in place of a form that has no steps yet, or under one of its rows. */
export type TablePlacement =
  | { readonly type: "REPLACE" }
  | { readonly type: "UNDER"; readonly node: NodeKey | null };

export interface TableTaking {
  readonly placement: TablePlacement;
  /** Who works in the lanes, in the order of the table's lanes; absent is nobody yet. */
  readonly bindings: readonly (LaneBinding | null)[];
  /** Hands out keys that no element of the graph ever had. */
  readonly newKey: (prefix: string) => string;
}

export interface TableEdits {
  readonly edits: readonly DocumentEdit[];
  /** The node of each step that was taken, by its place in the table's steps. */
  readonly nodes: ReadonlyMap<number, NodeKey>;
}

/** Whether a form has no steps yet, only where it begins and ends. */
export const isBareForm = ({ nodes }: Graph): boolean =>
  nodes.every((node) => {
    const kind = nodeKinds[node.kind];
    return (kind.begins || kind.ends) && !node.work;
  });

/**
 * The edits that add a table's lanes, outputs, steps and arrows to a form. A lane or an output of
 * the same name is used again. Steps that go under a row take over its first arrow, and what the
 * form has already, a start or an end, is not added twice.
 */
export function tableEdits(table: RecognisedTable, graph: Graph, taking: TableTaking): TableEdits {
  const edits = new EditList(graph);
  const isReplacing = replaces(taking.placement, graph);
  if (isReplacing) clearForm(table, graph, edits);
  const lanes = takeLanes(table, graph, taking, edits);
  const steps = takenSteps(table, graph, taking.placement);
  const fallback = table.lanes.length === 0 ? (graph.lanes[0]?.key ?? null) : null;
  const keys = new Map<number, NodeKey>();
  const anchor = isReplacing ? null : anchorOf(graph, taking.placement);
  let index = isReplacing ? 0 : (anchor?.index ?? graph.nodes.length);
  const outputs = new Map(graph.outputs.map(({ key, name }) => [bareText(name) || name, key]));
  for (const [at, step] of steps.entries()) {
    if (step === null) continue;
    const outputKeys = step.outputs.map((name) => {
      const known = outputs.get(bareText(name) || name);
      if (known !== undefined) return known;
      const key = taking.newKey("d");
      edits.append("outputs", { key, name });
      outputs.set(bareText(name) || name, key);
      return key;
    });
    const key = taking.newKey("n");
    keys.set(at, key);
    edits.insert("nodes", index, nodeOf(key, step, lanes, fallback, [...new Set(outputKeys)]));
    index += 1;
  }
  connect(table, keys, anchor, taking, edits);
  return { edits: edits.list, nodes: keys };
}

/** A list of edits that knows how long each collection is by then. */
class EditList {
  readonly list: DocumentEdit[] = [];
  readonly #length: Record<CollectionName, number>;

  constructor(graph: Graph) {
    const { lanes, nodes, edges, outputs } = graph;
    this.#length = {
      lanes: lanes.length,
      nodes: nodes.length,
      edges: edges.length,
      outputs: outputs.length,
    };
  }

  insert<C extends CollectionName>(name: C, index: number, value: Collections[C]): void {
    this.list.push({ op: "ADD", in: name, index, value } as DocumentEdit);
    this.#length[name] += 1;
  }

  append<C extends CollectionName>(name: C, value: Collections[C]): void {
    this.insert(name, this.#length[name], value);
  }

  remove(name: CollectionName, key: string): void {
    this.list.push({ op: "REMOVE", in: name, key });
    this.#length[name] -= 1;
  }

  changeEdge(edge: Edge): void {
    this.list.push({ op: "UPDATE", in: "edges", key: edge.key, value: edge });
  }
}

/** A bare form goes, with the lanes that nobody works in and the table does not have. */
function clearForm(table: RecognisedTable, graph: Graph, edits: EditList): void {
  const wanted = new Set(table.lanes.map(({ name }) => bareText(name)));
  for (const { key } of graph.edges) edits.remove("edges", key);
  for (const { key } of graph.nodes) edits.remove("nodes", key);
  if (table.lanes.length === 0) return;
  for (const { key, name, binding } of graph.lanes) {
    if (binding === null && !wanted.has(bareText(name))) edits.remove("lanes", key);
  }
}

/** The key of each of the table's lanes. */
function takeLanes(
  table: RecognisedTable,
  graph: Graph,
  taking: TableTaking,
  edits: EditList,
): readonly string[] {
  const known = new Map(graph.lanes.map((lane) => [bareText(lane.name), lane]));
  return table.lanes.map(({ name }, at) => {
    const lane = known.get(bareText(name));
    const binding = taking.bindings[at] ?? null;
    if (lane === undefined) {
      const key = taking.newKey("p");
      edits.append("lanes", { key, name, binding });
      return key;
    }
    if (lane.binding === null && binding !== null) {
      const value = { ...lane, binding };
      edits.list.push({ op: "UPDATE", in: "lanes", key: lane.key, value });
    }
    return lane.key;
  });
}

const replaces = ({ type }: TablePlacement, graph: Graph): boolean =>
  type === "REPLACE" && isBareForm(graph);

/**
 * What becomes of each of the table's steps. A form that has a start and an end already takes no
 * second one: without work it stays away (`null`), with work it becomes an activity.
 */
export function takenSteps(
  table: RecognisedTable,
  graph: Graph,
  placement: TablePlacement,
): readonly (RecognisedStep | null)[] {
  if (replaces(placement, graph)) return table.steps;
  const has = (which: "begins" | "ends"): boolean =>
    graph.nodes.some(({ kind }) => nodeKinds[kind][which]);
  return table.steps.map((step) => {
    const { begins, ends } = nodeKinds[step.kind];
    const isDouble = (begins && has("begins")) || (ends && has("ends"));
    if (!isDouble) return step;
    return step.work ? { ...step, kind: "activity", work: false } : null;
  });
}

interface Anchor {
  /** Where the first new row stands. */
  readonly index: number;
  /** The arrows that lead to the first new step from now on. */
  readonly into: readonly Edge[];
  /** A step that has no arrow yet, and gets one. */
  readonly from: NodeKey | null;
  /** Where the last new step leads; `null` where nothing follows. */
  readonly onward: NodeKey | null;
}

function anchorOf(graph: Graph, placement: TablePlacement): Anchor | null {
  const wanted = placement.type === "UNDER" ? placement.node : null;
  const found = graph.nodes.findIndex(({ key }) => key === wanted);
  const at = found < 0 ? graph.nodes.length - 1 : found;
  const node = graph.nodes[at];
  if (node === undefined) return null;
  if (nodeKinds[node.kind].ends) {
    const into = graph.edges.filter((edge) => edge.to === node.key);
    return { index: at, into, from: null, onward: node.key };
  }
  const [first] = graph.edges.filter((edge) => edge.from === node.key);
  return {
    index: at + 1,
    into: first === undefined ? [] : [first],
    from: first === undefined ? node.key : null,
    onward: first?.to ?? graph.nodes[at + 1]?.key ?? null,
  };
}

function nodeOf(
  key: NodeKey,
  step: RecognisedStep,
  lanes: readonly string[],
  fallback: string | null,
  outputs: readonly string[],
): GraphNode {
  const { kind, work, text, time, remarks } = step;
  const parts = step.lanes.flatMap(({ lane, label }) => {
    const laneKey = lanes[lane];
    return laneKey === undefined ? [] : [{ lane: laneKey, label }];
  });
  if (parts.length === 0 && fallback !== null) parts.push({ lane: fallback, label: null });
  const requirements = step.requirements.map((item) => ({ text: item, output: null }));
  return makeNode({
    key,
    kind,
    work,
    text,
    parts,
    requirements,
    standardTime: time,
    outputs,
    remarks,
  });
}

/** Draws the table's arrows; those to steps that stay away lead into the form instead. */
function connect(
  table: RecognisedTable,
  keys: ReadonlyMap<number, NodeKey>,
  anchor: Anchor | null,
  taking: TableTaking,
  edits: EditList,
): void {
  const add = (from: NodeKey, to: NodeKey, outcome: string | null): void =>
    edits.append("edges", { key: taking.newKey("e"), from, to, outcome });
  const [first] = keys.values();
  const onward = anchor?.onward ?? null;
  if (first !== undefined && anchor !== null) {
    for (const edge of anchor.into) edits.changeEdge({ ...edge, to: first });
    if (anchor.from !== null) add(anchor.from, first, null);
  }
  const leaving = new Set<number>();
  for (const { from, to, outcome } of table.arrows) {
    const source = keys.get(from);
    const goal = keys.get(to) ?? onward;
    if (source === undefined) continue;
    if (goal !== null) add(source, goal, outcome);
    leaving.add(from);
  }
  // The last row leads on into the form, whatever it was in the table.
  const last = [...keys.keys()].at(-1);
  const lastStep = last === undefined ? undefined : table.steps[last];
  if (last === undefined || lastStep === undefined || leaving.has(last) || onward === null) return;
  const isKeptEnd = nodeKinds[lastStep.kind].ends && !lastStep.work;
  if (!isKeptEnd) add(keys.get(last)!, onward, null);
}
