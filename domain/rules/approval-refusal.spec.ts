import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import { arrowsOf, curedBy, namedBy } from "./rule-trial.js";

const flow: EdgeRow[] = [
  ["start", "write"],
  ["write", "approve"],
  ["approve", "send"],
  ["send", "end"],
];
const approving = (text: string, more: Partial<Record<string, NodeRow>> = {}) => {
  const rows: NodeRow[] = [
    ["start", "start", ["staf"]],
    ["write", "activity", ["staf"], { text: "Menyusun konsep" }],
    ["approve", "activity", ["kadis"], { text }],
    ["send", "activity", ["staf"], { text: "Mengirim surat" }],
    ["end", "end", ["staf"]],
  ];
  return rows.map((row) => more[row[0]] ?? row);
};

describe("approval-refusal", () => {
  it("names an approval that is drawn as a plain step", () => {
    for (const text of ["Menyetujui konsep surat", "Kadis menyetujui konsep surat"]) {
      expect(namedBy("approval-refusal", buildGraph(approving(text), flow))).toEqual([["approve"]]);
    }
  });

  it("names one that ends the case", () => {
    const rows = approving("Menerima konsep", {
      end: ["end", "end", ["kadis"], { text: "Mengesahkan dokumen", work: true }],
    });
    expect(namedBy("approval-refusal", buildGraph(rows, flow))).toEqual([["end"]]);
  });

  it("has nothing to say of who asks for an approval, or follows it up", () => {
    for (const text of [
      "Menaikkan konsep surat ke Kepala Dinas untuk mendapat persetujuan",
      "Menindaklanjuti persetujuan pimpinan",
      "Menandatangani surat",
      "Mendisposisi surat",
    ]) {
      expect(namedBy("approval-refusal", buildGraph(approving(text), flow))).toEqual([]);
    }
  });

  it("leaves a decision to the other rules", () => {
    const rows = approving("", {
      approve: ["approve", "decision", ["kadis"], { text: "Menyetujui konsep" }],
    });
    const edges: EdgeRow[] = [
      ...flow.slice(0, 2),
      ["approve", "send", "Ya"],
      ["approve", "write", "Tidak"],
      ...flow.slice(3),
    ];
    expect(namedBy("approval-refusal", buildGraph(rows, edges))).toEqual([]);
  });

  const beside = (lane: string) =>
    buildGraph(
      [
        ...approving("Menyetujui konsep").slice(0, 2),
        ["check", "decision", [lane], { text: "Memeriksa konsep" }],
        ...approving("Menyetujui konsep").slice(2),
      ],
      [
        ["start", "write"],
        ["write", "check"],
        ["check", "approve", "Ya"],
        ["check", "write", "Tidak"],
        ...flow.slice(2),
      ],
    );

  it("is content where the same performer could refuse just before", () =>
    expect(namedBy("approval-refusal", beside("kadis"))).toEqual([]));

  it("is not where somebody else could", () =>
    expect(namedBy("approval-refusal", beside("staf"))).toEqual([["approve"]]));

  it("makes it a decision that sends back to the step before", () => {
    const done = curedBy("approval-refusal", buildGraph(approving("Menyetujui konsep"), flow));
    expect(done).toMatchObject({ cure: { name: "make-decision" }, left: [] });
    expect(done.graph.nodes[2]).toMatchObject({ kind: "decision", text: "Menyetujui konsep" });
    expect(arrowsOf(done.graph, "approve")).toEqual({ Ya: "send", Tidak: "write" });
  });

  it("knows no cure for a joint step, nor where nothing comes before", () => {
    const joint = approving("", {
      approve: ["approve", "activity", ["kadis", "staf"], { text: "Menyetujui konsep" }],
    });
    expect(curedBy("approval-refusal", buildGraph(joint, flow)).cure).toBeNull();
    const first = buildGraph(
      approving("Menyetujui konsep").filter(([key]) => key !== "write"),
      [["start", "approve"], ...flow.slice(2)],
    );
    expect(curedBy("approval-refusal", first).cure).toBeNull();
  });

  it("offers no way back out of a branch that others wait for", () => {
    // The step before stands in front of the fork: going back there would leave a token behind.
    const graph = buildGraph(
      [
        ["start", "start", ["a"]],
        ["write", "activity", ["a"]],
        ["split", "fork", []],
        ["approve", "activity", ["a"], { text: "Menyetujui konsep" }],
        ["other", "activity", ["b"]],
        ["both", "join", []],
        ["end", "end", ["a"]],
      ],
      [
        ["start", "write"],
        ["write", "split"],
        ["split", "approve"],
        ["split", "other"],
        ["approve", "both"],
        ["other", "both"],
        ["both", "end"],
      ],
    );
    expect(curedBy("approval-refusal", graph).cure).toBeNull();
  });
});
