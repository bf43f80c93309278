import type { Count } from "../kinds/kind-definition.js";
import { kindOf } from "../kinds/node-kinds.js";
import { problem, type Rule } from "./rule.js";

const fits = (count: Count, actual: number): boolean =>
  actual >= count.min && (count.max === null || actual <= count.max);

/** Each symbol has as many arrows in and out as its kind allows. */
export const edgeCount: Rule = {
  name: "edge-count",
  check(graph, { edgesFrom, edgesInto }) {
    return graph.nodes.flatMap((node) => {
      const sides = [
        { side: "in", allowed: kindOf(node).edgesIn, actual: edgesInto(node.key).length },
        { side: "out", allowed: kindOf(node).edgesOut, actual: edgesFrom(node.key).length },
      ];
      return sides
        .filter(({ allowed, actual }) => !fits(allowed, actual))
        .map(({ side, allowed, actual }) =>
          problem("edge-count", {
            nodeKeys: [node.key],
            params: { side, actual, min: allowed.min, max: allowed.max ?? "∞" },
          }),
        );
    });
  },
};
