import type { Graph, GraphNode } from "../../domain/sop/graph.js";
import type { Dice } from "../walks/dice.js";

/**
 * A drawing whose steps yield and need one another's outputs without any plan, so that some of them
 * wait in vain: on one way, on every way, beside one another, or for what nobody makes.
 */
export function linkedAtRandom(dice: Dice, graph: Graph, most: number): Graph {
  const steps = graph.nodes.filter(
    ({ kind, work }) => kind === "activity" || kind === "decision" || work,
  );
  const count = dice.between(1, most);
  const outputs = Array.from({ length: count }, (_, at) => ({
    key: `o${at}`,
    name: `Berkas ${at}`,
  }));
  const makes = new Map<string, string[]>();
  const needs = new Map<string, string[]>();
  // Those of decisions are the ones of which it hangs on the way whether they are made.
  const decisions = steps.filter(({ kind }) => kind === "decision");
  const add = (to: Map<string, string[]>, output: string): void => {
    const isOfDecision = to === makes && decisions.length > 0 && dice.chance(0.35);
    const node = dice.pick(isOfDecision ? decisions : steps)?.key;
    if (node !== undefined) to.set(node, [...(to.get(node) ?? []), output]);
  };
  for (const { key } of outputs) {
    const makers = dice.weighted({ none: 0.3, one: 4, two: 4, more: 2 });
    for (let left = { none: 0, one: 1, two: 2, more: 4 }[makers]; left > 0; left -= 1)
      add(makes, key);
    for (let left = dice.between(1, 2); left > 0; left -= 1) add(needs, key);
    // Some steps are linked to what they yield themselves, and could not be done without.
    for (const [node, own] of makes) {
      if (own.includes(key) && dice.chance(0.15))
        needs.set(node, [...(needs.get(node) ?? []), key]);
    }
  }
  const nodes = graph.nodes.map((node): GraphNode => ({
    ...node,
    outputs: [...new Set(makes.get(node.key))],
    requirements: [...new Set(needs.get(node.key))].map((output) => ({ text: output, output })),
  }));
  return { ...graph, nodes, outputs };
}
