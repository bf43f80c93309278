import { kindOf } from "../kinds/node-kinds.js";
import type { Edge, GraphNode } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { remembered } from "./remembered.js";
import { type OutcomeMeaning, outcomeMeaning } from "./words/outcome-meaning.js";

/** The arrows out of a decision, by what their names mean; none out of anything else. */
export interface DecisionOutcomes {
  readonly accepting: readonly Edge[];
  readonly refusing: readonly Edge[];
  readonly other: readonly Edge[];
}

const noOutcomes: DecisionOutcomes = { accepting: [], refusing: [], other: [] };

const meaningsOf = remembered((node: GraphNode) =>
  remembered((edge: Edge) => outcomeMeaning(edge.outcome, node.text)),
);

export function decisionOutcomes(node: GraphNode, { edgesFrom }: GraphIndex): DecisionOutcomes {
  if (!kindOf(node).namesOutcomes) return noOutcomes;
  const meaningOf = meaningsOf(node);
  const of = (wanted: OutcomeMeaning): Edge[] =>
    edgesFrom(node.key).filter((edge) => meaningOf(edge) === wanted);
  return { accepting: of("ACCEPTS"), refusing: of("REFUSES"), other: of("OTHER") };
}
