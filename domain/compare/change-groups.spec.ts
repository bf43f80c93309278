import { describe, expect, it } from "vitest";
import { randomDocument, randomEdits } from "../../test/compare/random-edits.js";
import { buildGraph } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph, GraphNode } from "../sop/graph.js";
import type { SopDocument } from "../sop/sop-document.js";
import { changeGroups } from "./change-groups.js";
import { isSameValue } from "./is-same-value.js";

const graph = buildGraph(
  [
    ["mulai", "start", ["kabid"]],
    ["telaah", "activity", ["kabid"]],
    ["setuju", "decision", ["kabid"]],
    ["arsip", "activity", ["kadis"]],
    ["selesai", "end", ["kadis"]],
  ],
  [
    ["mulai", "telaah"],
    ["telaah", "setuju"],
    ["setuju", "arsip", "Ya"],
    ["setuju", "telaah", "Tidak"],
    ["arsip", "selesai"],
  ],
);
const before: SopDocument = { ...emptyDocument, graph };
const drawn = (change: Partial<Graph>): SopDocument => ({
  ...before,
  graph: { ...graph, ...change },
});
const withStep = (key: string, fields: Partial<GraphNode>): SopDocument =>
  drawn({ nodes: graph.nodes.map((node) => (node.key === key ? { ...node, ...fields } : node)) });
const text = (words: string) => ({ type: "text", text: words });

describe("changeGroups", () => {
  it("tells a step that went to another lane and takes longer", () => {
    const after = withStep("telaah", {
      parts: [{ lane: "kadis", label: null }],
      standardTime: { value: 30, unit: "MINUTE" },
    });
    expect(changeGroups(before, after)).toEqual([
      {
        of: "STEP",
        key: "telaah",
        how: "CHANGED",
        number: 1,
        kind: "activity",
        name: "telaah",
        details: [
          { field: "lane", about: null, before: text("kabid"), after: text("kadis") },
          {
            field: "standardTime",
            about: null,
            before: null,
            after: { type: "time", time: { value: 30, unit: "MINUTE" } },
          },
        ],
      },
    ]);
  });

  it("tells a step put into an arrow: the new one, and where the other leads now", () => {
    const added = { ...graph.nodes[3]!, key: "catat", text: "Mencatat" };
    const after = drawn({
      nodes: graph.nodes.toSpliced(4, 0, added),
      edges: [
        ...graph.edges.filter(({ from }) => from !== "arsip"),
        { key: "e1", from: "arsip", to: "catat", outcome: null },
        { key: "e2", from: "catat", to: "selesai", outcome: null },
      ],
    });
    const [changed, inserted, ...others] = changeGroups(before, after);
    expect(others).toEqual([]);
    expect(changed).toMatchObject({
      key: "arsip",
      details: [
        { field: "arrow", before: { kind: "end" }, after: { number: 4, text: "Mencatat" } },
      ],
    });
    expect(inserted).toMatchObject({ key: "catat", how: "ADDED", number: 4 });
    expect(inserted!.details.map(({ field }) => field)).toEqual(["place", "lane", "arrow"]);
  });

  it("tells a removed step once, and the arrow that closes the gap", () => {
    const after = drawn({
      nodes: graph.nodes.filter(({ key }) => key !== "telaah"),
      edges: [
        { key: "e1", from: "mulai", to: "setuju", outcome: null },
        ...graph.edges.filter(({ from, to }) => from !== "telaah" && to !== "telaah"),
      ],
    });
    expect(changeGroups(before, after)).toMatchObject([
      { key: "mulai", details: [{ field: "arrow", before: { number: 1 }, after: { number: 1 } }] },
      { key: "telaah", how: "REMOVED", number: 1, details: [] },
      { key: "setuju", details: [{ field: "arrow", about: "Tidak", after: null }] },
    ]);
  });

  it("tells lanes that moved, were renamed, and came", () => {
    const [kabid, kadis] = graph.lanes;
    const sekdin = { key: "sekdin", name: "Sekdin", binding: { type: "REQUESTER" } as const };
    const lanes = [kadis!, sekdin, { ...kabid!, name: "Kepala Bidang" }];
    expect(changeGroups(before, drawn({ lanes }))).toMatchObject([
      { key: "kadis", how: "MOVED", details: [{ field: "column", after: null }] },
      { key: "sekdin", how: "ADDED", name: "Sekdin", details: [{ field: "binding" }] },
      { key: "kabid", how: "CHANGED", name: "Kepala Bidang", details: [{ field: "name" }] },
    ]);
  });

  it("tells the first page by its fields and lists", () => {
    const date = { text: "Juni 2026", iso: "2026-06" };
    const after: SopDocument = {
      ...before,
      identity: { ...before.identity, revisedOn: date },
      lists: { ...before.lists, warnings: [], records: [{ text: "Buku", group: "A" }] },
    };
    expect(changeGroups(before, after)).toMatchObject([
      { of: "IDENTITY", details: [{ field: "revisedOn", before: null, after: text("Juni 2026") }] },
      { of: "LIST", key: "warnings", details: [{ after: { type: "word", word: "NOTHING" } }] },
      { of: "LIST", key: "records", details: [{ after: { type: "list", items: ["A: Buku"] } }] },
    ]);
  });

  it("has something to tell of each of 300 random differences, and only then", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const old = randomDocument(seed, 5);
      const { document: now } = randomEdits(old, seed * 7, 1 + (seed % 5));
      const groups = changeGroups(old, now);
      expect(groups.length === 0, `seed ${seed}`).toBe(isSameValue(old, now));
    }
  });
});
