import { linkedGraph, makes, needs } from "../../domain/papers/linked-graph.js";
import type { EdgeRow, NodeRow } from "../../domain/sop/build-graph.js";
import type { Graph } from "../../domain/sop/graph.js";

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
    [make, "activity", ["staf"], makes(paper)],
    [pass, "activity", ["staf"]],
  ]);
  const edges = branches.flatMap(({ choose, make, pass }): EdgeRow[] => [
    ["bagi", choose],
    [choose, make, "Ya"],
    [choose, pass, "Tidak"],
    [make, pass],
    [pass, "temu"],
  ]);
  return linkedGraph(
    [
      ["mulai", "start", ["loket"]],
      ["bagi", "fork", []],
      ...nodes,
      ["semua", "activity", ["staf"], makes(...papers)],
      ["temu", "join", []],
      ["kirim", "activity", ["loket"], needs(...papers)],
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
}
