import type { Leaves, Opens } from "../kinds/kind-definition.js";
import type {
  Call,
  EdgeKey,
  JointMode,
  LaneBinding,
  LaneKey,
  NodeKey,
  OutputKey,
  StandardTime,
} from "../sop/graph.js";

export interface PlanEdge {
  readonly key: EdgeKey;
  readonly to: NodeKey;
  readonly outcome: string | null;
  /** What a decision that ends by it must give, because a step on that way needs it. */
  readonly owes: readonly OutputKey[];
}

export interface PlanNode {
  readonly key: NodeKey;
  readonly opens: Opens;
  readonly leaves: Leaves;
  readonly waitsForAll: boolean;
  readonly mode: JointMode;
  readonly parts: readonly { readonly lane: LaneKey; readonly label: string | null }[];
  readonly out: readonly PlanEdge[];
  readonly in: readonly EdgeKey[];
  readonly outputs: ReadonlySet<OutputKey>;
  /** The outputs that its requirements are linked to. */
  readonly needs: readonly OutputKey[];
  /**
   * Those of its outputs that it must give, because another step needs them; of a decision only what
   * it needs itself, too: the rest hangs on its way, and stands there.
   */
  readonly owes: readonly OutputKey[];
  readonly standardTime: StandardTime | null;
  readonly call: Call | null;
}

/** An enacted version made ready to run. It never changes, so it may be cached by the version. */
export interface Plan {
  /** `null` only in a graph that the rules refuse. */
  readonly start: NodeKey | null;
  readonly nodes: ReadonlyMap<NodeKey, PlanNode>;
  readonly bindings: ReadonlyMap<LaneKey, LaneBinding | null>;
}
