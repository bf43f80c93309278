import type { GraphNode, NodeKind } from "../sop/graph.js";

/** The symbol of Permenpan RB 35/2012 that stands for a kind. */
export type SymbolShape = "capsule" | "box" | "diamond" | "bar" | "pentagon";

/** How many; `max: null` is unbounded. */
export interface Count {
  readonly min: number;
  readonly max: number | null;
}

/** What arriving at a node opens: nothing (the token passes), tasks, or a case of another SOP. */
export type Opens = "NOTHING" | "TASKS" | "CALL";

/** Where the token goes when a node is done: every edge out, or the one that was chosen. */
export type Leaves = "EVERY_EDGE" | "CHOSEN_EDGE";

/**
 * All that the rest of the domain knows about one node kind. The engine, the rules and the layout
 * ask these questions and never ask for the kind itself, so that a new kind is one new file.
 */
export interface KindDefinition {
  readonly kind: NodeKind;
  readonly symbol: SymbolShape;
  /** Whether it has a row of the form of its own (bars stand between rows). */
  readonly standsInRow: boolean;
  /** Whether that row carries a step number. */
  isNumbered(node: GraphNode): boolean;
  /** How many lanes it stands in. */
  readonly parts: Count;
  readonly edgesIn: Count;
  readonly edgesOut: Count;
  /** Whether each edge out is a named outcome. */
  readonly namesOutcomes: boolean;
  /** Whether a case begins here. */
  readonly begins: boolean;
  /** Whether a token ends here. */
  readonly ends: boolean;
  /** Whether a token must be on every edge in before it goes on. */
  readonly waitsForAll: boolean;
  opens(node: GraphNode): Opens;
  readonly leaves: Leaves;
}
