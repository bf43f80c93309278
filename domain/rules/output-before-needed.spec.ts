import { describe, expect, it } from "vitest";
import { applyEdits } from "../edit/apply-edits.js";
import { findMissingPapers } from "../papers/find-missing-papers.js";
import { linkedGraph, makes, needs, permitBeside } from "../papers/linked-graph.js";
import type { EdgeRow, NodeRow } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import { cureOf } from "./cure-of.js";
import { findProblems } from "./find-problems.js";
import { outputBeforeNeeded } from "./output-before-needed.js";

/** What the rule finds: step, output and run, the outcomes of decisions by name. */
const told = (graph: Graph) =>
  outputBeforeNeeded.check(graph, indexGraph(graph)).map(({ nodeKeys, params, run }) => [
    nodeKeys[0],
    params.output,
    run?.map(({ node, outcome }) => {
      const edge = graph.edges.find(({ key }) => key === outcome);
      return edge ? `${node}: ${edge.outcome}` : node;
    }),
  ]);

/** A letter is drafted, looked at and signed; a memo is written only where it is not in order. */
const letter = (more: Partial<Record<"konsep" | "periksa" | "telaah" | "tanda", object>>): Graph =>
  linkedGraph(
    [
      ["mulai", "start", ["loket"]],
      ["konsep", "activity", ["staf"], more.konsep ?? {}],
      ["periksa", "decision", ["kasi"], more.periksa ?? {}],
      ["telaah", "activity", ["staf"], more.telaah ?? {}],
      ["tanda", "activity", ["kadis"], more.tanda ?? {}],
      ["selesai", "end", ["loket"]],
    ],
    [
      ["mulai", "konsep"],
      ["konsep", "periksa"],
      ["periksa", "tanda", "Ya"],
      ["periksa", "telaah", "Tidak"],
      ["telaah", "tanda"],
      ["tanda", "selesai"],
    ],
  );

/** Two branches side by side that meet again, then a step. */
const beside = (
  left: readonly (readonly [string, object])[],
  right: readonly (readonly [string, object])[],
): Graph =>
  linkedGraph(
    [
      ["mulai", "start", ["loket"]],
      ["bagi", "fork", []],
      ...[...left, ...right].map(([key, more]): NodeRow => [key, "activity", ["staf"], more]),
      ["temu", "join", []],
      ["selesai", "end", ["loket"]],
    ],
    [
      ["mulai", "bagi"],
      ...[left, right].flatMap((branch): EdgeRow[] => {
        const keys = ["bagi", ...branch.map(([key]) => key), "temu"];
        return keys.slice(1).map((key, at) => [keys[at]!, key]);
      }),
      ["temu", "selesai"],
    ],
  );

describe("output-before-needed", () => {
  it("is content with what was made before on every way", () => {
    expect(told(letter({ konsep: makes("Konsep surat"), tanda: needs("Konsep surat") }))).toEqual(
      [],
    );
    const both = { periksa: makes("Lembar periksa"), tanda: needs("Lembar periksa") };
    expect(told(letter(both))).toEqual([]);
  });

  it("shows the way on which it is not made", () => {
    expect(told(letter({ telaah: makes("Telaahan"), tanda: needs("Telaahan") }))).toEqual([
      ["tanda", "Telaahan", ["konsep", "periksa: Ya"]],
    ]);
  });

  it("is not content with what is made only later, or by nobody", () => {
    expect(told(letter({ konsep: needs("Surat"), tanda: makes("Surat") }))).toEqual([
      ["konsep", "Surat", []],
    ]);
    expect(told(letter({ periksa: needs("SK"), tanda: needs("SK") }))).toEqual([
      ["periksa", "SK", ["konsep"]],
      // No case comes so far before the first is mended, and it is told all the same.
      ["tanda", "SK", ["konsep", "periksa: Ya"]],
    ]);
  });

  it("lets a step make what it needs", () => {
    const own = { ...makes("Konsep"), ...needs("Konsep") };
    expect(told(letter({ konsep: own }))).toEqual([]);
    expect(told(letter({ konsep: own, tanda: needs("Konsep") }))).toEqual([]);
  });

  it("counts what a decision makes on the ways on which it owes it, and only there", () => {
    expect(told(permitBeside(needs("Izin"), {}))).toEqual([]);
    // Nothing on the way of a refusal asks for it, so that the branch beside it may wait in vain.
    expect(told(permitBeside(needs("Izin"), needs("Izin")))).toEqual([
      ["bayar", "Izin", ["layak: Tidak"]],
    ]);
    expect(told(permitBeside({}, needs("Izin")))).toEqual([["bayar", "Izin", []]]);
  });

  it("keeps what was made in an earlier round", () => {
    const graph = linkedGraph(
      [
        ["mulai", "start", ["loket"]],
        ["konsep", "activity", ["staf"], makes("Konsep")],
        ["periksa", "decision", ["kasi"], makes("Catatan")],
        ["ulang", "activity", ["staf"], needs("Konsep", "Catatan")],
        ["lapor", "activity", ["staf"], needs("Perbaikan")],
        ["selesai", "end", ["loket"]],
      ],
      [
        ["mulai", "konsep"],
        ["konsep", "periksa"],
        ["periksa", "ulang", "Tidak"],
        ["ulang", "konsep"],
        ["periksa", "lapor", "Ya"],
        ["lapor", "selesai"],
      ],
    );
    expect(told(graph)).toEqual([["lapor", "Perbaikan", ["konsep", "periksa: Ya"]]]);
  });

  it("lets a step wait for a branch beside it that surely makes it", () => {
    const waits = beside(
      [["bayar", needs("Tagihan")]],
      [
        ["hitung", {}],
        ["tagih", makes("Tagihan")],
      ],
    );
    expect(told(waits)).toEqual([]);
  });

  it("does not let it wait for a branch that may pass it by", () => {
    const graph = linkedGraph(
      [
        ["mulai", "start", ["loket"]],
        ["bagi", "fork", []],
        ["bayar", "activity", ["warga"], needs("Tagihan")],
        ["layak", "decision", ["kasi"]],
        ["tagih", "activity", ["staf"], makes("Tagihan")],
        ["catat", "activity", ["staf"]],
        ["temu", "join", []],
        ["selesai", "end", ["loket"]],
      ],
      [
        ["mulai", "bagi"],
        ["bagi", "bayar"],
        ["bagi", "layak"],
        ["layak", "tagih", "Ya"],
        ["layak", "catat", "Tidak"],
        ["tagih", "catat"],
        ["bayar", "temu"],
        ["catat", "temu"],
        ["temu", "selesai"],
      ],
    );
    expect(told(graph)).toEqual([["bayar", "Tagihan", ["layak: Tidak"]]]);
  });

  it("finds branches that wait for one another, and lets them take turns", () => {
    const crossed = beside(
      [
        ["ukur", needs("Izin")],
        ["gambar", makes("Peta")],
      ],
      [
        ["telaah", needs("Peta")],
        ["izinkan", makes("Izin")],
      ],
    );
    expect(told(crossed)).toEqual([
      ["ukur", "Izin", []],
      ["telaah", "Peta", []],
    ]);
    const turns = beside(
      [
        ["ukur", makes("Peta")],
        ["gambar", needs("Izin")],
      ],
      [
        ["telaah", needs("Peta")],
        ["izinkan", makes("Izin")],
      ],
    );
    expect(told(turns)).toEqual([]);
  });

  it("says nothing of a drawing that is not sound, or of outputs that are not on the SOP", () => {
    const graph = letter({ telaah: makes("Telaahan"), tanda: needs("Telaahan") });
    expect(told({ ...graph, edges: graph.edges.slice(1) })).toEqual([]);
    expect(told({ ...graph, outputs: [] })).toEqual([]);
  });

  it("offers to let the paper be brought instead", () => {
    const graph = letter({ telaah: makes("Telaahan"), tanda: needs("Telaahan", "Konsep") });
    const problem = findProblems(graph).find(
      ({ rule, params }) => rule === "output-before-needed" && params.output === "Telaahan",
    )!;
    const context = { newKey: () => "new", outcomes: [], holderOf: () => null };
    const cure = cureOf(problem, graph, context)!;
    expect(cure).toMatchObject({ name: "bring-instead", params: { output: "Telaahan" } });
    const result = applyEdits({ ...emptyDocument, graph }, cure.edits);
    if (!result.ok) throw new Error(result.error);
    expect(result.document.graph.nodes[4]!.requirements).toEqual([
      { text: "Telaahan", output: null },
      { text: "Konsep", output: "Konsep" },
    ]);
  });
});

it("shows the first of very many places, with few runs and not many steps in them", () => {
  // 400 steps, a decision that leaves out who makes everything, then 500 side by side that need it.
  const papers = Array.from({ length: 20 }, (_, at) => `berkas${at}`);
  const before = Array.from({ length: 400 }, (_, at) => `awal${at}`);
  const after = Array.from({ length: 500 }, (_, at) => `butuh${at}`);
  const graph = linkedGraph(
    [
      ["mulai", "start", ["loket"]],
      ...before.map((key): NodeRow => [key, "activity", ["staf"]]),
      ["pilih", "decision", ["kasi"]],
      ["buat", "activity", ["staf"], makes(...papers)],
      ["bagi", "fork", []],
      ...after.map((key): NodeRow => [key, "activity", ["staf"], needs(...papers)]),
      ["temu", "join", []],
      ["selesai", "end", ["loket"]],
    ],
    [
      ["mulai", "awal0"],
      ...before.map((key, at): EdgeRow => [key, before[at + 1] ?? "pilih"]),
      ["pilih", "buat", "Ya"],
      ["pilih", "bagi", "Tidak"],
      ["buat", "bagi"],
      ...after.flatMap((key): EdgeRow[] => [
        ["bagi", key],
        [key, "temu"],
      ]),
      ["temu", "selesai"],
    ],
  );
  expect(graph.nodes).toHaveLength(906);
  const missing = findMissingPapers(graph, indexGraph(graph));
  expect(missing).toHaveLength(500 * 20);
  expect(missing.slice(0, 21).map(({ node, output }) => `${node} ${output}`)).toEqual([
    ...papers.map((paper) => `butuh0 ${paper}`),
    "butuh1 berkas0",
  ]);
  const found = outputBeforeNeeded.check(graph, indexGraph(graph));
  expect(found).toHaveLength(200);
  expect(found.map(({ run }) => run)).toEqual(missing.slice(0, 200).map(({ run }) => run));
  const runs = missing.flatMap(({ run }) => (run ? [run] : []));
  // Each is the 400 steps and the decision; no more of them than 5,000 steps in all.
  expect(runs.map(({ length }) => length)).toEqual(Array.from({ length: 12 }, () => 401));
  expect(missing.slice(0, 12).every(({ run }) => run !== null)).toBe(true);

  // Where they are short, fifty of them.
  const short: Graph = {
    ...graph,
    nodes: graph.nodes.filter(({ key }) => !key.startsWith("awal")),
    edges: [
      { key: "mulai-pilih", from: "mulai", to: "pilih", outcome: null },
      ...graph.edges.filter(({ from, to }) => !`${from}${to}`.includes("awal")),
    ],
  };
  const few = outputBeforeNeeded.check(short, indexGraph(short)).filter(({ run }) => run !== null);
  expect(few).toHaveLength(50);
});
