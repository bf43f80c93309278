import type { EdgeKey, Graph, LaneKey, NodeKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";

/** The names of the rules; a frontend has one text for each. */
export type RuleName =
  | "one-start"
  | "has-end"
  | "unique-keys"
  | "dangling-edge"
  | "edge-count"
  | "named-outcomes"
  | "reachable-from-start"
  | "reaches-end"
  | "work-in-every-cycle"
  | "lane-count"
  | "known-lane"
  | "bound-lane"
  | "step-text"
  | "known-output"
  | "connector-target";

/** One fault of a drawing, with what it stands on. `params` fill the rule's text. */
export interface Problem {
  readonly rule: RuleName;
  readonly nodeKeys: readonly NodeKey[];
  readonly edgeKeys: readonly EdgeKey[];
  readonly laneKeys: readonly LaneKey[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** One rule: it names itself and reports every place where the graph breaks it. */
export interface Rule {
  readonly name: RuleName;
  check(graph: Graph, index: GraphIndex): Problem[];
  /** The rule has nothing to go by, and reports nothing, while that one is broken. */
  readonly waitsFor?: RuleName;
  /** Obvious ways out of one of its problems, the best first; `cureOf` takes the first that works. */
  cures?(problem: Problem, graph: Graph, index: GraphIndex, context: CureContext): Cure[];
}

/** A problem with the fields that a rule does not need left empty. */
export const problem = (rule: RuleName, at: Partial<Omit<Problem, "rule">>): Problem => ({
  rule,
  nodeKeys: at.nodeKeys ?? [],
  edgeKeys: at.edgeKeys ?? [],
  laneKeys: at.laneKeys ?? [],
  params: at.params ?? {},
});
