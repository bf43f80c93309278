import { describe, expect, it } from "vitest";
import { emptyGraph, findProblems, type Graph } from "../../../domain/index.js";
import { nodeKindViews } from "../kinds/node-kind-views.js";
import { problemParams, problemPlaces, rowName, rowNamer } from "./problem-text.js";

const graph: Graph = {
  ...emptyGraph,
  lanes: [{ key: "l", name: "Loket", binding: null }],
  nodes: [
    nodeKindViews.start.create("s", "l"),
    { ...nodeKindViews.decision.create("d", "l"), text: "Memeriksa berkas" },
  ],
  edges: [{ key: "e", from: "s", to: "d", outcome: null }],
};
const kindName = (kind: string) => `<${kind}>`;

describe("rowName", () => {
  it("is the step's number and text, or its kind", () => {
    expect(rowName(graph, "d", kindName)).toBe("1. Memeriksa berkas");
    expect(rowName(graph, "s", kindName)).toBe("<start>");
  });
});

describe("problemPlaces", () => {
  it("names lanes by their heading and arrows by the row that they leave", () => {
    const nodeName = rowNamer(graph, kindName);
    const none = { nodeKeys: [], edgeKeys: [], laneKeys: [] };
    expect(problemPlaces(graph, { ...none, laneKeys: ["l"] }, nodeName)).toEqual(["Loket"]);
    expect(problemPlaces(graph, { ...none, edgeKeys: ["e"] }, nodeName)).toEqual(["<start>"]);
  });
});

describe("problemParams", () => {
  it("chooses the variant of a count of arrows", () => {
    const count = findProblems(graph).find(({ rule }) => rule === "edge-count");
    if (count === undefined) throw new Error("a decision without outcomes is a problem");
    expect(problemParams(count)).toMatchObject({ context: "out_atLeast", actual: 0, min: 2 });
  });

  it("says of a step without any lane just that", () => {
    const of = (actual: number) => problemParams({ params: { actual } });
    expect([of(0), of(2)]).toEqual([{ actual: 0, context: "none" }, { actual: 2 }]);
  });
});
