import { strongComponents } from "../sop/strong-components.js";
import { passesWithoutWork } from "./passes-without-work.js";
import { finding, type Rule } from "./rule.js";

/** A way round on which nobody does anything would be gone round for ever in one moment. */
export const workInEveryCycle: Rule = {
  name: "work-in-every-cycle",
  level: "ERROR",
  check(graph, { nodes, edgesFrom }) {
    // A join is no exception: tokens that go round it without work never rest either.
    const passes = (key: string): boolean => {
      const node = nodes.get(key);
      // A connector that does not wait starts a case and goes on; on a way round it would start ever more.
      return node !== undefined && passesWithoutWork(node);
    };
    const next = (key: string): string[] =>
      edgesFrom(key)
        .map((edge) => edge.to)
        .filter(passes);
    const passing = graph.nodes.map(({ key }) => key).filter(passes);
    const round = new Set(
      strongComponents(passing, next)
        .filter(([first, second]) => second !== undefined || next(first!).includes(first!))
        .flat(),
    );
    return passing
      .filter((key) => round.has(key))
      .map((key) => finding("work-in-every-cycle", { nodeKeys: [key] }));
  },
};
