import { isSameValue, type Edge, type Graph, type GraphNode } from "../../../domain/index.js";

/** What of a step the way of a case depends on; not what is written on it. */
const wayOf = ({ key, kind, mode, work, parts, outputs, requirements, call }: GraphNode) => ({
  key,
  kind,
  mode,
  work,
  lanes: parts.map(({ lane }) => lane),
  outputs,
  needs: requirements.map(({ output }) => output),
  call,
});

const isSameArrow = (one: Edge, other: Edge): boolean =>
  one === other || (one.key === other.key && one.from === other.from && one.to === other.to);

const isSameStep = (one: GraphNode, other: GraphNode): boolean =>
  one === other || isSameValue(wayOf(one), wayOf(other));

/** Whether cases go the same ways through both drawings, whatever is written on them. */
export function isSameFlow(one: Graph, other: Graph): boolean {
  return (
    isSameList(one.edges, other.edges, isSameArrow) &&
    isSameList(one.nodes, other.nodes, isSameStep) &&
    isSameList(one.lanes, other.lanes, (a, b) => a.key === b.key) &&
    isSameList(one.outputs, other.outputs, (a, b) => a.key === b.key)
  );
}

const isSameList = <Item>(
  one: readonly Item[],
  other: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): boolean =>
  one === other ||
  (one.length === other.length && one.every((item, at) => isSame(item, other[at]!)));
