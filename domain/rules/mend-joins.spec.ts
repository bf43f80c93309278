import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import type { Graph } from "../sop/graph.js";
import { checkSoundness } from "../soundness/check-soundness.js";
import { arrowsOf, curedBy, foundBy } from "./rule-trial.js";

const rows: readonly NodeRow[] = [
  ["start", "start", ["a"]],
  ["split", "fork", [], { text: "" }],
  ["left", "activity", ["a"], { text: "Mencatat surat" }],
  ["first", "end", ["a"]],
  ["right", "activity", ["b"], { text: "Mengirim surat" }],
  ["last", "end", ["b"]],
];
const arrows: readonly EdgeRow[] = [
  ["start", "split"],
  ["split", "left"],
  ["split", "right"],
  ["left", "first"],
  ["right", "last"],
];

const kinds = (graph: Graph): string[] => graph.nodes.map(({ key, kind }) => `${key} ${kind}`);
const cured = (nodes: readonly NodeRow[], edges: readonly EdgeRow[]) =>
  curedBy("proper-completion", buildGraph(nodes, edges));

describe("branches that come to an end each", () => {
  it("are let wait for each other before the last end, and the other goes", () => {
    const { cure, graph, left } = cured(rows, arrows);
    expect(cure?.name).toBe("join-ends");
    expect(left).toEqual([]);
    expect(checkSoundness(graph)).toEqual({ verdict: "SOUND" });
    expect(kinds(graph)).toEqual([
      "start start",
      "split fork",
      "left activity",
      "right activity",
      "n-new-1 join",
      "last end",
    ]);
    expect([arrowsOf(graph, "left"), arrowsOf(graph, "right")]).toEqual([
      { "": "n-new-1" },
      { "": "n-new-1" },
    ]);
    expect(arrowsOf(graph, "n-new-1")).toEqual({ "": "last" });
  });

  it("keep an end that a case comes to by another way", () => {
    const { cure, graph } = cured(
      [rows[0]!, ["check", "decision", ["b"], { text: "Apakah lengkap?" }], ...rows.slice(1)],
      [
        ["start", "check"],
        ["check", "split", "Ya"],
        ["check", "first", "Tidak"],
        ...arrows.slice(1),
      ],
    );
    expect(cure?.name).toBe("join-ends");
    expect(checkSoundness(graph)).toEqual({ verdict: "SOUND" });
    expect(arrowsOf(graph, "check")).toEqual({ Ya: "split", Tidak: "first" });
    expect(graph.nodes.filter(({ kind }) => kind === "end")).toHaveLength(2);
  });

  it("keep the end that is worked at, whichever stands last", () => {
    const worked = rows.map((row): NodeRow =>
      row[0] === "first" ? ["first", "end", ["a"], { text: "Mengarsipkan", work: true }] : row,
    );
    const { cure, graph } = cured(worked, arrows);
    expect(cure?.name).toBe("join-ends");
    expect(checkSoundness(graph)).toEqual({ verdict: "SOUND" });
    expect(graph.nodes.filter(({ kind }) => kind === "end").map(({ key }) => key)).toEqual([
      "first",
    ]);
    const both = worked.map((row): NodeRow =>
      row[0] === "last" ? ["last", "end", ["b"], { text: "Menyerahkan", work: true }] : row,
    );
    expect(cured(both, arrows).cure).toBeNull();
  });

  it("are all joined where a fork stands in a fork", () => {
    const { cure, graph } = cured(
      [
        ...rows.slice(0, 4),
        ["again", "fork", [], { text: "" }],
        ...rows.slice(4),
        ["third", "activity", ["b"], { text: "Menyimpan surat" }],
        ["end", "end", ["b"]],
      ],
      [
        ["start", "split"],
        ["split", "left"],
        ["split", "again"],
        ["again", "right"],
        ["again", "third"],
        ["left", "first"],
        ["right", "last"],
        ["third", "end"],
      ],
    );
    expect(cure?.name).toBe("join-ends");
    expect(checkSoundness(graph)).toEqual({ verdict: "SOUND" });
    expect(graph.nodes.filter(({ kind }) => kind === "end").map(({ key }) => key)).toEqual(["end"]);
  });

  it("have no cure by one press where one of them may end in two ways", () => {
    const { cure } = cured(
      [
        ...rows.slice(0, 5),
        ["check", "decision", ["b"], { text: "Apakah diterima?" }],
        ["last", "end", ["b"]],
        ["refused", "end", ["b"]],
      ],
      [
        ...arrows.slice(0, 4),
        ["right", "check"],
        ["check", "last", "Ya"],
        ["check", "refused", "Tidak"],
      ],
    );
    expect(cure).toBeNull();
  });

  it("are sound already where a decision leads to them", () => {
    const chosen = rows.map((row): NodeRow =>
      row[0] === "split" ? ["split", "decision", ["a"], { text: "Memilih jalan" }] : row,
    );
    const named = arrows.map(([from, to]): EdgeRow =>
      from === "split" ? [from, to, to] : [from, to],
    );
    expect(foundBy("proper-completion", buildGraph(chosen, named))).toEqual([]);
  });
});
