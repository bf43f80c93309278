import type { Graph, GraphNode, Lane, LaneKey } from "../sop/graph.js";

/** The lanes of whoever asked for the case. */
export const requesterLanes = (graph: Graph): Lane[] =>
  graph.lanes.filter(({ binding }) => binding?.type === "REQUESTER");

export const requesterLaneKeys = (graph: Graph): ReadonlySet<LaneKey> =>
  new Set(requesterLanes(graph).map(({ key }) => key));

/** Whether nobody but the requester works there. */
export const isRequesters = (node: GraphNode, requesters: ReadonlySet<LaneKey>): boolean =>
  node.parts.length > 0 && node.parts.every(({ lane }) => requesters.has(lane));
