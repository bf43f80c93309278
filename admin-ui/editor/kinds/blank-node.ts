import {
  nodeKinds,
  type GraphNode,
  type LaneKey,
  type NodeKey,
  type NodeKind,
} from "../../../domain/index.js";

/** A node without a word on it, standing in `lane` where its kind stands in one. */
export function blankNode(kind: NodeKind, key: NodeKey, lane: LaneKey | null): GraphNode {
  const standsInLane = nodeKinds[kind].parts.min > 0 && lane !== null;
  return {
    key,
    kind,
    text: "",
    parts: standsInLane ? [{ lane, label: null }] : [],
    mode: "ALL",
    work: false,
    requirements: [],
    standardTime: null,
    outputs: [],
    remarks: null,
    call: null,
  };
}
