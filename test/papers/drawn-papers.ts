import { buildGraph, type EdgeRow, type NodeRow } from "../../domain/sop/build-graph.js";
import type { Graph } from "../../domain/sop/graph.js";

/** With all outputs that its steps yield on the SOP. */
const listed = (graph: Graph): Graph => ({
  ...graph,
  outputs: [...new Set(graph.nodes.flatMap(({ outputs }) => outputs))].map((key) => ({
    key,
    name: key,
  })),
});

/**
 * A permit that is issued where it is allowed, and for which a branch beside that waits always: where
 * it is refused, nobody draws it up.
 */
export const permitWaitedForBeside = (): Graph =>
  listed(
    buildGraph(
      [
        ["mulai", "start", ["loket"]],
        ["bagi", "fork", []],
        ["layak", "decision", ["kasi"], { outputs: ["izin"] }],
        ["terbit", "activity", ["staf"], { requirements: [{ text: "Izin", output: "izin" }] }],
        ["tolak", "activity", ["staf"]],
        ["bayar", "activity", ["warga"], { requirements: [{ text: "Izin", output: "izin" }] }],
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
    ),
  );

/**
 * A step behind a join that needs what one of the branches surely makes, and others may make before.
 * Too many sets of outputs can have been made than that they could be gone through.
 */
export function manySetsMade(): Graph {
  const papers = Array.from({ length: 14 }, (_, at) => `berkas${at}`);
  const branches = papers.map((paper, at) => ({
    paper,
    choose: `pilih${at}`,
    make: `buat${at}`,
    pass: `lewat${at}`,
  }));
  const nodes = branches.flatMap(({ paper, choose, make, pass }): NodeRow[] => [
    [choose, "decision", ["kasi"]],
    [make, "activity", ["staf"], { outputs: [paper] }],
    [pass, "activity", ["staf"]],
  ]);
  const edges = branches.flatMap(({ choose, make, pass }): EdgeRow[] => [
    ["bagi", choose],
    [choose, make, "Ya"],
    [choose, pass, "Tidak"],
    [make, pass],
    [pass, "temu"],
  ]);
  const requirements = papers.map((output) => ({ text: output, output }));
  const graph = buildGraph(
    [
      ["mulai", "start", ["loket"]],
      ["bagi", "fork", []],
      ...nodes,
      ["semua", "activity", ["staf"], { outputs: papers }],
      ["temu", "join", []],
      ["kirim", "activity", ["loket"], { requirements }],
      ["selesai", "end", ["loket"]],
    ],
    [
      ["mulai", "bagi"],
      ...edges,
      ["bagi", "semua"],
      ["semua", "temu"],
      ["temu", "kirim"],
      ["kirim", "selesai"],
    ],
  );
  return listed(graph);
}
