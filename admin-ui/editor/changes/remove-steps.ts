import type { DocumentEdit, Graph } from "../../../domain/index.js";
import { removeStep } from "./graph-changes.js";
import { inTurn } from "./in-turn.js";

/** Several rows and their arrows; what led to them goes on to what came after them. */
export const removeSteps = (graph: Graph, keys: readonly string[]): DocumentEdit[] =>
  inTurn(graph, keys, (left, key) =>
    left.nodes.some((node) => node.key === key) ? removeStep(left, key) : [],
  );
