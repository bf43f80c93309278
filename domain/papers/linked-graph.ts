import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import type { Graph } from "../sop/graph.js";

type More = NonNullable<NodeRow[3]>;

/** Builds a graph with all that its steps make or need among its outputs, by name; for fixtures. */
export function linkedGraph(nodes: readonly NodeRow[], edges: readonly EdgeRow[]): Graph {
  const graph = buildGraph(nodes, edges);
  const known = new Set(
    graph.nodes.flatMap((node) => [
      ...node.outputs,
      ...node.requirements.flatMap(({ output }) => output ?? []),
    ]),
  );
  return { ...graph, outputs: [...known].map((key) => ({ key, name: key })) };
}

/** What a step has that is linked to these outputs. */
export const needs = (...outputs: readonly string[]): More => ({
  requirements: outputs.map((output) => ({ text: output, output })),
});

/** What a step has that yields these outputs. */
export const makes = (...outputs: readonly string[]): More => ({ outputs });

/**
 * A permit ("Izin") that a decision makes, and a branch beside it in which one pays. Where it is
 * allowed a step issues it, where it is refused none does. `terbit` and `bayar` are what the issuing
 * and the paying step make or need.
 */
export const permitBeside = (terbit: More, bayar: More): Graph =>
  linkedGraph(
    [
      ["mulai", "start", ["loket"]],
      ["bagi", "fork", []],
      ["layak", "decision", ["kasi"], makes("Izin")],
      ["terbit", "activity", ["staf"], terbit],
      ["tolak", "activity", ["staf"]],
      ["bayar", "activity", ["warga"], bayar],
      ["temu", "join", []],
      ["selesai", "end", ["loket"]],
    ],
    [
      ["mulai", "bagi"],
      ["bagi", "layak"],
      ["bagi", "bayar"],
      ["layak", "terbit", "Ya"],
      ["layak", "tolak", "Tidak"],
      ["terbit", "tolak"],
      ["tolak", "temu"],
      ["bayar", "temu"],
      ["temu", "selesai"],
    ],
  );
