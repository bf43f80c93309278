import type { Count } from "../kinds/kind-definition.js";
import { kindOf } from "../kinds/node-kinds.js";
import type { Graph, GraphNode } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import type { Cure, CureContext } from "./cure.js";
import {
  addArrow,
  changeArrow,
  comeFrom,
  dropArrow,
  freeOutcome,
  goOn,
  rowAfter,
  rowBefore,
} from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";

const fits = (count: Count, actual: number): boolean =>
  actual >= count.min && (count.max === null || actual <= count.max);

/** Each symbol has as many arrows in and out as its kind allows. */
export const edgeCount: Rule = {
  name: "edge-count",
  level: "ERROR",
  check(graph, { edgesFrom, edgesInto }) {
    return graph.nodes.flatMap((node) => {
      const sides = [
        { side: "in", allowed: kindOf(node).edgesIn, actual: edgesInto(node.key).length },
        { side: "out", allowed: kindOf(node).edgesOut, actual: edgesFrom(node.key).length },
      ];
      return sides
        .filter(({ allowed, actual }) => !fits(allowed, actual))
        .map(({ side, allowed, actual }) =>
          finding("edge-count", {
            nodeKeys: [node.key],
            params: { side, actual, min: allowed.min, max: allowed.max ?? "∞" },
          }),
        );
    });
  },
  cures({ nodeKeys, params }, graph, index, context) {
    const node = index.nodes.get(nodeKeys[0] ?? "");
    if (node === undefined) return [];
    return params.side === "in"
      ? [...comeFrom(graph, index, node, context), ...pastStart(index, node)]
      : [
          ...goOn(graph, index, node, context),
          ...branchOut(graph, index, node, context),
          ...keepFirst(index, node),
        ];
  },
};

/** Arrows into a start lead to the step after it instead. */
function pastStart({ edgesFrom, edgesInto }: GraphIndex, node: GraphNode): Cure[] {
  const [onward] = edgesFrom(node.key);
  if (!kindOf(node).begins || onward === undefined) return [];
  const edits = edgesInto(node.key).map((edge) => changeArrow({ ...edge, to: onward.to }));
  return [{ name: "lead-past-start", params: {}, edits }];
}

/** As many branches as are missing: on to the next row, and of a decision back to the one before. */
function branchOut(
  graph: Graph,
  { edgesFrom }: GraphIndex,
  node: GraphNode,
  context: CureContext,
): Cure[] {
  const { min, max } = kindOf(node).edgesOut;
  const out = [...edgesFrom(node.key)];
  if (max !== null || out.length >= min) return [];
  const next = rowAfter(graph, node.key);
  const others = kindOf(node).namesOutcomes
    ? [rowBefore(graph, node.key)]
    : [next === null ? null : rowAfter(graph, next.key)];
  const targets = [next, ...others].filter(
    (target) => target !== null && !out.some(({ to }) => to === target.key),
  );
  const missing = min - out.length;
  const named: string[] = [];
  const edits = targets.slice(0, missing).flatMap((target, already) => {
    if (target === null) return [];
    const outcome = freeOutcome(node, out, context.outcomes);
    const arrow = { key: "", from: node.key, to: target.key, outcome };
    out.push(arrow);
    named.push(outcome ?? "");
    return [addArrow(graph, context, arrow, already)];
  });
  return [{ name: "add-branch", params: { outcome: named.join(" / ") }, edits }];
}

/** Of a kind with one way on, the first stays. */
function keepFirst({ edgesFrom }: GraphIndex, node: GraphNode): Cure[] {
  const { max } = kindOf(node).edgesOut;
  const surplus = max === null ? [] : edgesFrom(node.key).slice(max);
  if (surplus.length === 0) return [];
  return [{ name: "drop-surplus-arrows", params: {}, edits: surplus.map(dropArrow) }];
}
