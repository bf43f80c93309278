import type { Graph, GraphNode, NodeKey } from "../../domain/sop/graph.js";
import type { Dice } from "./dice.js";

const givesOutputs: ReadonlySet<string> = new Set(["start", "activity", "decision"]);
const takesPapers: ReadonlySet<string> = new Set(["activity", "decision", "end"]);

/**
 * Lets steps yield outputs, and later ones require them: mostly of a step that every way has passed
 * before, now and then of one that may not have been.
 */
export function linkOutputs(dice: Dice, graph: Graph): Graph {
  const producers = graph.nodes.filter(
    (node) => givesOutputs.has(node.kind) && (node.kind !== "start" || node.work),
  );
  const outputs = new Map<NodeKey, string[]>();
  for (const { key } of producers) {
    if (dice.chance(0.4))
      outputs.set(key, dice.chance(0.2) ? [`${key}-a`, `${key}-b`] : [`${key}-a`]);
  }
  const passed = passedBefore(graph);
  const nodes = graph.nodes.map((node): GraphNode => {
    const own = outputs.get(node.key) ?? [];
    const takes = takesPapers.has(node.kind) && (node.kind !== "end" || node.work);
    const wanted = takes && dice.chance(0.35) ? choose(dice, node.key, outputs, passed) : [];
    const brought = dice.chance(0.2) ? [{ text: "Surat permohonan", output: null }] : [];
    const linked = wanted.map((output) => ({ text: `Berkas ${output}`, output }));
    return { ...node, outputs: own, requirements: [...brought, ...linked] };
  });
  const all = [...outputs.values()].flat();
  return { ...graph, nodes, outputs: all.map((key) => ({ key, name: `Berkas ${key}` })) };
}

function choose(
  dice: Dice,
  node: NodeKey,
  outputs: ReadonlyMap<NodeKey, readonly string[]>,
  passed: ReadonlyMap<NodeKey, ReadonlySet<NodeKey>>,
): string[] {
  const certain = [...(passed.get(node) ?? [])].filter((key) => key !== node && outputs.has(key));
  const anywhere = [...outputs.keys()].filter((key) => key !== node);
  const from = dice.pick(dice.chance(0.1) ? anywhere : certain);
  return from === undefined ? [] : dice.some(outputs.get(from) ?? [], 2);
}

/** The nodes that each way to a node has passed, the node itself among them. */
function passedBefore({ nodes, edges }: Graph): Map<NodeKey, Set<NodeKey>> {
  const all = nodes.map(({ key }) => key);
  const [start = ""] = all;
  const passed = new Map(all.map((key) => [key, new Set(key === start ? [key] : all)]));
  for (let changed = true; changed;) {
    changed = false;
    for (const key of all) {
      if (key === start) continue;
      const before = edges.filter(({ to }) => to === key).map(({ from }) => passed.get(from)!);
      const shared = [...passed.get(key)!].filter(
        (one) => one === key || before.every((set) => set.has(one)),
      );
      if (shared.length === passed.get(key)!.size) continue;
      passed.set(key, new Set(shared));
      changed = true;
    }
  }
  return passed;
}

/** Whether every linked paper has been given by the time it is needed, on every way there. */
export function certainPapers(graph: Graph): boolean {
  const passed = passedBefore(graph);
  return graph.nodes.every((node) =>
    node.requirements.every(
      ({ output }) =>
        output === null ||
        node.outputs.includes(output) ||
        graph.nodes.some(
          (one) => one.outputs.includes(output) && passed.get(node.key)!.has(one.key),
        ),
    ),
  );
}
