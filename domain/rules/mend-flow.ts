import type { DocumentEdit } from "../edit/document-edit.js";
import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, Graph, GraphNode, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";

/** A new arrow; `already` others are added before it by the same edits. */
export function addArrow(
  graph: Graph,
  context: CureContext,
  arrow: Pick<Edge, "from" | "to"> & { readonly outcome?: string | null },
  already = 0,
): DocumentEdit {
  const value: Edge = {
    key: context.newKey("e"),
    from: arrow.from,
    to: arrow.to,
    outcome: arrow.outcome ?? null,
  };
  return { op: "ADD", in: "edges", index: graph.edges.length + already, value };
}

export const changeArrow = (value: Edge): DocumentEdit => ({
  op: "UPDATE",
  in: "edges",
  key: value.key,
  value,
});

export const dropArrow = ({ key }: Edge): DocumentEdit => ({ op: "REMOVE", in: "edges", key });

export const changeStep = (value: GraphNode): DocumentEdit => ({
  op: "UPDATE",
  in: "nodes",
  key: value.key,
  value,
});

const takesArrows = (node: GraphNode): boolean => kindOf(node).edgesIn.max !== 0;

/** The next row that arrows may lead to; `null` under the last one. */
export function rowAfter(graph: Graph, key: NodeKey): GraphNode | null {
  const at = graph.nodes.findIndex((node) => node.key === key);
  return graph.nodes.slice(at + 1).find(takesArrows) ?? null;
}

/** The row before that arrows may lead to. */
export function rowBefore(graph: Graph, key: NodeKey): GraphNode | null {
  const at = graph.nodes.findIndex((node) => node.key === key);
  return graph.nodes.slice(0, at).filter(takesArrows).at(-1) ?? null;
}

/** The first of the usual outcomes that no arrow out of the decision has; `null` elsewhere. */
export function freeOutcome(
  node: GraphNode,
  arrows: readonly Edge[],
  outcomes: readonly string[],
): string | null {
  if (!kindOf(node).namesOutcomes) return null;
  const taken = new Set(arrows.map(({ outcome }) => (outcome ?? "").trim().toLowerCase()));
  return outcomes.find((name) => !taken.has(name.toLowerCase())) ?? "";
}

/** A step that leads nowhere goes on to the next row, or else to an end. */
export function goOn(
  graph: Graph,
  { edgesFrom }: GraphIndex,
  node: GraphNode,
  context: CureContext,
): Cure[] {
  const out = edgesFrom(node.key);
  if (out.length > 0 || kindOf(node).edgesOut.max === 0) return [];
  const outcome = freeOutcome(node, out, context.outcomes);
  const lead = (name: Cure["name"], to: GraphNode): Cure => ({
    name,
    params: {},
    edits: [addArrow(graph, context, { from: node.key, to: to.key, outcome })],
  });
  const next = rowAfter(graph, node.key);
  const ends = graph.nodes.filter((one) => kindOf(one).ends && one.key !== next?.key);
  return [
    ...(next === null ? [] : [lead("connect-onward", next)]),
    ...ends.map((end) => lead("connect-to-end", end)),
  ];
}

/**
 * A step that nothing leads to is led to from the row before; where that one leads on already, the
 * step is put in between.
 */
export function comeFrom(
  graph: Graph,
  { edgesFrom, edgesInto }: GraphIndex,
  node: GraphNode,
  context: CureContext,
): Cure[] {
  if (edgesInto(node.key).length > 0 || !takesArrows(node)) return [];
  const at = graph.nodes.findIndex(({ key }) => key === node.key);
  const before = graph.nodes
    .slice(0, at)
    .filter((one) => kindOf(one).edgesOut.max !== 0)
    .at(-1);
  if (before === undefined) return [];
  const out = edgesFrom(before.key);
  if (out.length === 0) {
    const outcome = freeOutcome(before, out, context.outcomes);
    const edits = [addArrow(graph, context, { from: before.key, to: node.key, outcome })];
    return [{ name: "connect-from-before", params: {}, edits }];
  }
  const own = edgesFrom(node.key);
  return out.map((arrow): Cure => {
    const through = changeArrow({ ...arrow, to: node.key });
    const leadsOn = own.length > 0 || kindOf(node).edgesOut.max === 0;
    const outcome = freeOutcome(node, own, context.outcomes);
    const onward = leadsOn
      ? []
      : [addArrow(graph, context, { from: node.key, to: arrow.to, outcome })];
    return { name: "insert-into-flow", params: {}, edits: [through, ...onward] };
  });
}
