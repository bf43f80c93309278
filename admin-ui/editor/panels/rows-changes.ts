import {
  kindOf,
  type DocumentEdit,
  type Graph,
  type GraphNode,
  type LaneKey,
  type NodeKey,
  type StandardTime,
} from "../../../domain/index.js";
import { changeNode } from "../changes/graph-changes.js";

const chosen = (graph: Graph, keys: readonly NodeKey[]): readonly GraphNode[] =>
  graph.nodes.filter(({ key }) => keys.includes(key));

/** Those that stand in a lane; bars do not. */
export const rowsThatStand = (graph: Graph, keys: readonly NodeKey[]): readonly GraphNode[] =>
  chosen(graph, keys).filter((node) => kindOf(node).parts.max !== 0);

/** Those with work in them, which takes time. */
export const rowsThatWork = (graph: Graph, keys: readonly NodeKey[]): readonly GraphNode[] =>
  chosen(graph, keys).filter((node) => kindOf(node).opens(node) !== "NOTHING");

/** Each of the rows in this lane alone; one that stands in it alone already keeps its words. */
export const placeRows = (
  graph: Graph,
  keys: readonly NodeKey[],
  lane: LaneKey,
): readonly DocumentEdit[] =>
  rowsThatStand(graph, keys)
    .filter(({ parts }) => parts.length !== 1 || parts[0]?.lane !== lane)
    .map((node) => changeNode({ ...node, parts: [{ lane, label: null }] }));

/** The same standard time for each of the rows that take one; `null` takes it away. */
export const timeRows = (
  graph: Graph,
  keys: readonly NodeKey[],
  standardTime: StandardTime | null,
): readonly DocumentEdit[] =>
  rowsThatWork(graph, keys).map((node) => changeNode({ ...node, standardTime }));
