import { isSameValue, type Graph, type GraphNode } from "../../../domain/index.js";

/** What of a step its times and its flow rest on; its words are not among it. */
const weighed = (node: GraphNode) => [
  node.key,
  node.kind,
  node.work,
  node.parts.map(({ lane }) => lane),
  node.standardTime,
  node.call,
];

/** Whether cases take the same ways through two drawings, in the same time. */
export function isSameCourse(a: Graph, b: Graph): boolean {
  if (a.nodes.length !== b.nodes.length || a.edges.length !== b.edges.length) return false;
  return (
    a.nodes.every((node, at) => {
      const other = b.nodes[at]!;
      return node === other || isSameValue(weighed(node), weighed(other));
    }) &&
    a.edges.every(({ key, from, to }, at) => {
      const other = b.edges[at]!;
      return key === other.key && from === other.from && to === other.to;
    }) &&
    isSameValue(
      a.lanes.map(({ key, binding }) => [key, binding]),
      b.lanes.map(({ key, binding }) => [key, binding]),
    )
  );
}
