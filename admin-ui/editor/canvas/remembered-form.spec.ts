import { describe, expect, it } from "vitest";
import { buildGraph, defaultMetrics, layout, type Graph } from "../../../domain/index.js";
import { rememberedForm } from "./remembered-form.js";

const graph: Graph = buildGraph(
  [
    ["a", "start", ["l1"], { text: "Mulai" }],
    ["b", "activity", ["l2"], { text: "Memeriksa" }],
    ["c", "end", ["l1"], { text: "Selesai" }],
  ],
  [
    ["a", "b"],
    ["b", "c"],
  ],
);
const withText = (text: string): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => (node.key === "b" ? { ...node, text } : node)),
});
const formOf = (drawn: Graph) => layout(drawn, defaultMetrics);

describe("rememberedForm", () => {
  it("keeps every part of a form that is drawn again as it was", () => {
    const remember = rememberedForm();
    const first = remember(formOf(graph));
    const second = remember(formOf(graph));
    expect(second.rows).toBe(first.rows);
    expect(second.columns).toBe(first.columns);
    expect(second.symbols).toBe(first.symbols);
    expect(second.joints).toBe(first.joints);
    expect(second.paths).toBe(first.paths);
  });

  it("changes only the row whose text changed while its height stays", () => {
    const remember = rememberedForm();
    const first = remember(formOf(graph));
    const second = remember(formOf(withText("Memeriksa.")));
    expect(second.rows.map((row, at) => row === first.rows[at])).toEqual([true, false, true]);
    expect(second.rows[1]?.cells[0]?.lines).toEqual(["Memeriksa."]);
    expect(second.symbols).toBe(first.symbols);
    expect(second.paths).toBe(first.paths);
  });

  it("gives rows and arrows that were moved by a taller row anew", () => {
    const remember = rememberedForm();
    const first = remember(formOf(graph));
    const second = remember(formOf(withText("Memeriksa kelengkapan berkas ".repeat(12))));
    expect(second.rows[2]).not.toBe(first.rows[2]);
    expect(second.rows[2]).toEqual(
      formOf(withText("Memeriksa kelengkapan berkas ".repeat(12))).rows[2],
    );
    expect(second.paths[1]).not.toBe(first.paths[1]);
    expect(second.rows[2]?.cells).toBe(first.rows[2]?.cells);
    expect(second.symbols[0]).toBe(first.symbols[0]);
    expect(second.symbols[2]).not.toBe(first.symbols[2]);
    expect(second.columns).toBe(first.columns);
  });
});
