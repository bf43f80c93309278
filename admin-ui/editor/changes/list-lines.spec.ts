import { describe, expect, it } from "vitest";
import { applyEdits, buildGraph, emptyDocument, type Graph } from "../../../domain/index.js";
import { alignLines, requirementsOf, setOutputs } from "./list-lines.js";

describe("alignLines", () => {
  it("knows the lines in front and behind, and takes what lies between in order", () => {
    expect(alignLines(["a", "b", "c"], ["a", "b", "c"])).toEqual([0, 1, 2]);
    expect(alignLines(["a", "b", "c"], ["a", "x", "c"])).toEqual([0, 1, 2]);
    expect(alignLines(["a", "c"], ["a", "b", "c"])).toEqual([0, null, 1]);
    expect(alignLines(["a", "b", "c"], ["a", "c"])).toEqual([0, 2]);
    expect(alignLines([], ["a"])).toEqual([null]);
  });
});

describe("requirementsOf", () => {
  const before = [
    { text: "Surat permohonan", output: null },
    { text: "Telaah", output: "o" },
  ];

  it("keeps a link while its line is being typed, and moves it with the line", () => {
    expect(requirementsOf(before, ["Surat permohonan", "Telaahan staf"])[1]?.output).toBe("o");
    expect(requirementsOf(before, ["Surat permohonan", "", " KTP ", "Telaah"])).toEqual([
      { text: "Surat permohonan", output: null },
      { text: "KTP", output: null },
      { text: "Telaah", output: "o" },
    ]);
  });

  it("never links by words alone, and lets go when the line becomes another", () => {
    expect(requirementsOf([], ["Telaah"])).toEqual([{ text: "Telaah", output: null }]);
    expect(requirementsOf(before, ["Surat permohonan", "KTP"])[1]?.output).toBeNull();
  });
});

describe("setOutputs", () => {
  const built = buildGraph(
    [
      ["one", "activity", ["a"], { outputs: ["x", "y"] }],
      ["two", "activity", ["a"], { outputs: ["y"] }],
    ],
    [],
  );
  const graph: Graph = {
    ...built,
    outputs: [
      { key: "x", name: "Agenda" },
      { key: "y", name: "Telaah" },
    ],
  };
  const after = (wanted: readonly { key: string; name: string }[]): Graph => {
    const edits = setOutputs(graph, graph.nodes[0]!, wanted);
    const result = applyEdits({ ...emptyDocument, graph }, edits);
    if (!result.ok) throw new Error(result.error);
    return result.document.graph;
  };

  it("adds, renames and puts in order", () => {
    const next = after([
      { key: "z", name: "Surat" },
      { key: "x", name: "Agenda surat" },
      { key: "y", name: "Telaah" },
    ]);
    expect(next.nodes[0]?.outputs).toEqual(["z", "x", "y"]);
    expect(next.outputs.map(({ name }) => name)).toEqual(["Agenda surat", "Telaah", "Surat"]);
  });

  it("forgets what nothing speaks of any more, and keeps what another step yields", () => {
    const next = after([]);
    expect(next.nodes[0]?.outputs).toEqual([]);
    expect(next.outputs).toEqual([{ key: "y", name: "Telaah" }]);
  });

  it("is no change where nothing changes", () => {
    expect(setOutputs(graph, graph.nodes[0]!, graph.outputs)).toEqual([]);
  });
});
