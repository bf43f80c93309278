import { expect, it } from "vitest";
import { applyEdits, buildGraph, emptyDocument, type Graph } from "../../../domain/index.js";
import { removeSteps } from "./remove-steps.js";

const graph: Graph = {
  ...buildGraph(
    [
      ["one", "activity", ["a"], { outputs: ["x", "y"] }],
      ["two", "activity", ["a"], { requirements: [{ text: "Surat", output: "x" }] }],
      ["three", "activity", ["a"]],
    ],
    [
      ["one", "two"],
      ["two", "three"],
    ],
  ),
  outputs: [
    { key: "x", name: "Surat" },
    { key: "y", name: "Agenda" },
    { key: "z", name: "Nobody's" },
  ],
};

it("takes documents along that only these steps spoke of, and an undo brings them back", () => {
  const document = { ...emptyDocument, graph };
  const outputsWithout = (...keys: string[]): string[] => {
    const result = applyEdits(document, removeSteps(graph, keys));
    if (!result.ok) throw new Error(result.error);
    expect(applyEdits(result.document, result.inverse)).toMatchObject({ document });
    return result.document.graph.outputs.map(({ key }) => key);
  };
  expect(outputsWithout("one")).toEqual(["x", "z"]);
  expect(outputsWithout("one", "two")).toEqual(["z"]);
});
