import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, GraphNode } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { outcomeMeaning } from "./words/outcome-meaning.js";

/** The arrows out of a decision, by what their names mean; none out of anything else. */
export interface DecisionOutcomes {
  readonly accepting: readonly Edge[];
  readonly refusing: readonly Edge[];
  readonly other: readonly Edge[];
}

export function decisionOutcomes(node: GraphNode, { edgesFrom }: GraphIndex): DecisionOutcomes {
  const edges = kindOf(node).namesOutcomes ? edgesFrom(node.key) : [];
  const meanings = edges.map((edge) => ({
    edge,
    meaning: outcomeMeaning(edge.outcome, node.text),
  }));
  const of = (wanted: string): Edge[] =>
    meanings.filter(({ meaning }) => meaning === wanted).map(({ edge }) => edge);
  return { accepting: of("ACCEPTS"), refusing: of("REFUSES"), other: of("OTHER") };
}
