import { finding, type Rule } from "./rule.js";

/** Keys are how everything else refers to an element; two of one key cannot be told apart. */
export const uniqueKeys: Rule = {
  name: "unique-keys",
  level: "ERROR",
  check(graph) {
    const twice = (elements: readonly { readonly key: string }[]): string[] => {
      const seen = new Set<string>();
      const repeated = new Set<string>();
      for (const { key } of elements) (seen.has(key) ? repeated : seen).add(key);
      return [...repeated];
    };
    return [
      ...twice(graph.nodes).map((key) =>
        finding("unique-keys", { nodeKeys: [key], params: { key } }),
      ),
      ...twice(graph.edges).map((key) =>
        finding("unique-keys", { edgeKeys: [key], params: { key } }),
      ),
      ...twice(graph.lanes).map((key) =>
        finding("unique-keys", { laneKeys: [key], params: { key } }),
      ),
      ...twice(graph.outputs).map((key) => finding("unique-keys", { params: { key } })),
    ];
  },
};
