import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { reachable } from "../sop/reachable.js";
import type { DecisionOutcomes } from "./decision-outcomes.js";

/**
 * The steps, whatever somebody works at, to which a case may come that a decision does not refuse,
 * before it comes to the decision again and as long as no later decision refuses it. Where all
 * outcomes of a decision sound like a refusal none is one: the way is then that of the others.
 */
export function acceptedWay(
  decision: NodeKey,
  refused: Edge,
  index: GraphIndex,
  outcomes: ReadonlyMap<NodeKey, DecisionOutcomes>,
): ReadonlySet<NodeKey> {
  const onward = (from: NodeKey): NodeKey[] => {
    const refusing = outcomes.get(from)?.refusing ?? [];
    const all = index.edgesFrom(from);
    const accepted = all.filter((edge) => !refusing.includes(edge));
    const taken = accepted.length > 0 ? accepted : all.filter((edge) => edge !== refused);
    return taken.map(({ to }) => to).filter((to) => to !== decision);
  };
  const way = reachable(onward(decision), onward);
  return new Set(
    [...way].filter((key) => {
      const node = index.nodes.get(key);
      return node !== undefined && kindOf(node).opens(node) !== "NOTHING";
    }),
  );
}
