import { describe, expect, it } from "vitest";
import { applyEdits, buildGraph, emptyDocument, type Graph } from "../../../domain/index.js";
import { placeByNames, type LaneNaming } from "./lanes-by-name.js";

function naming(): LaneNaming {
  let count = 0;
  return {
    bindingOf: (name) => (name === "Agendaris" ? { type: "POSITION", position: "ag" } : null),
    placeholder: "Pelaksana",
    newKey: () => `new-${count++}`,
  };
}

const graph = buildGraph(
  [
    ["one", "activity", ["Sekretaris"]],
    ["ask", "decision", ["Kabid"]],
  ],
  [],
);

function place(from: Graph, key: string, names: readonly string[]): Graph {
  const node = from.nodes.find((one) => one.key === key)!;
  const result = applyEdits(
    { ...emptyDocument, graph: from },
    placeByNames(from, node, names, naming()),
  );
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}

const lanesOf = (of: Graph, key: string): (string | undefined)[] =>
  of.nodes
    .find((node) => node.key === key)!
    .parts.map(({ lane }) => of.lanes.find((one) => one.key === lane)?.name);

describe("placeByNames", () => {
  it("finds lanes whatever the case and the blanks, in the order of the columns", () => {
    expect(lanesOf(place(graph, "one", [" kabid", "SEKRETARIS"]), "one")).toEqual([
      "Sekretaris",
      "Kabid",
    ]);
  });

  it("makes a lane of a name that no lane has, bound where that is beyond doubt", () => {
    const next = place(graph, "one", ["Agendaris", "Tim  Teknis"]);
    expect(next.lanes.slice(2)).toEqual([
      { key: "new-0", name: "Agendaris", binding: { type: "POSITION", position: "ag" } },
      { key: "new-1", name: "Tim Teknis", binding: null },
    ]);
    expect(lanesOf(next, "one")).toEqual(["Agendaris", "Tim Teknis"]);
  });

  it("puts a decision into one lane only", () => {
    expect(lanesOf(place(graph, "ask", ["Sekretaris", "Kabid"]), "ask")).toEqual(["Sekretaris"]);
  });

  it("names the only lane of a new SOP instead of making another", () => {
    const one = buildGraph([["one", "activity", ["p"]]], []);
    const fresh: Graph = { ...one, lanes: [{ key: "p", name: "Pelaksana", binding: null }] };
    expect(place(fresh, "one", ["Agendaris"]).lanes).toEqual([
      { key: "p", name: "Agendaris", binding: { type: "POSITION", position: "ag" } },
    ]);
  });
});
