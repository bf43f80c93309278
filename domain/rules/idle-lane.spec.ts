import { describe, expect, it } from "vitest";
import { buildGraph } from "../sop/build-graph.js";
import { emptyGraph, type Graph, type Lane } from "../sop/graph.js";
import { curedBy, foundBy } from "./rule-trial.js";

const spare: Lane = {
  key: "s",
  name: "Sekretaris",
  binding: { type: "POSITION", position: "sekretaris" },
};
const graph: Graph = buildGraph(
  [
    ["start", "start", ["opd"]],
    ["write", "activity", ["a", "b"]],
    ["end", "end", ["c"]],
  ],
  [
    ["start", "write"],
    ["write", "end"],
  ],
);
const withSpare: Graph = { ...graph, lanes: [...graph.lanes, spare] };

describe("idle-lane", () => {
  it("names a lane in which nothing stands", () =>
    expect(foundBy("idle-lane", withSpare)).toMatchObject([
      { level: "WARNING", laneKeys: ["s"], nodeKeys: [], params: { lane: "Sekretaris" } },
    ]));

  it("has nothing to say of lanes with a part of a joint step, or a capsule", () =>
    expect(foundBy("idle-lane", graph)).toEqual([]));

  it("waits until there is a step: on an empty form every lane is idle", () => {
    expect(foundBy("idle-lane", { ...emptyGraph, lanes: [spare] })).toEqual([]);
    const begun: Graph = { ...withSpare, nodes: [graph.nodes[0]!], edges: [] };
    expect(foundBy("idle-lane", begun)).toEqual([]);
  });

  it("takes the lane away", () => {
    const done = curedBy("idle-lane", withSpare);
    expect(done).toMatchObject({
      cure: { name: "remove-lane", params: { lane: "Sekretaris" } },
      left: [],
    });
    expect(done.graph).toEqual(graph);
  });
});
