import { describe, expect, it } from "vitest";
import { buildGraph } from "../sop/build-graph.js";
import { emptyGraph, type Graph } from "../sop/graph.js";
import { findProblems } from "./find-problems.js";
import type { RuleLevels } from "./rule.js";
import { curedBy, foundBy } from "./rule-trial.js";

const drawn = buildGraph(
  [
    ["start", "start", ["b"]],
    ["write", "activity", ["b"]],
    ["end", "end", ["b"]],
  ],
  [
    ["start", "write"],
    ["write", "end"],
  ],
);
const spare = { key: "s", name: "a", binding: null };
const unbound: Graph = { ...drawn, lanes: [...drawn.lanes, spare] };

describe("unbound-lane", () => {
  it("names a lane that nobody is bound to and nothing stands in", () => {
    expect(foundBy("unbound-lane", unbound)).toMatchObject([
      { level: "WARNING", laneKeys: ["s"], params: { lane: "a" } },
    ]);
    expect(foundBy("bound-lane", unbound)).toEqual([]);
  });

  it("leaves a lane with a symbol in it to bound-lane, which is an error", () => {
    const graph: Graph = { ...drawn, lanes: [{ key: "b", name: "b", binding: null }] };
    expect(foundBy("unbound-lane", graph)).toEqual([]);
    expect(foundBy("bound-lane", graph)).toMatchObject([{ level: "ERROR", laneKeys: ["b"] }]);
  });

  it("has nothing to say of a lane that is bound", () => {
    const binding = { type: "REQUESTER" as const };
    const graph: Graph = { ...drawn, lanes: [...drawn.lanes, { ...spare, binding }] };
    expect(foundBy("unbound-lane", graph)).toEqual([]);
  });

  it("waits until there is a step, as idle-lane does", () => {
    expect(foundBy("unbound-lane", { ...emptyGraph, lanes: [spare] })).toEqual([]);
    const begun: Graph = { ...unbound, nodes: [drawn.nodes[0]!], edges: [] };
    expect(foundBy("unbound-lane", begun)).toEqual([]);
  });

  it("speaks beside idle-lane, and on its own where that is switched off", () => {
    const told = (levels: RuleLevels) =>
      findProblems(unbound, levels)
        .filter(({ laneKeys }) => laneKeys.includes("s"))
        .map(({ rule }) => rule);
    expect(told({}).toSorted()).toEqual(["idle-lane", "unbound-lane"]);
    expect(told({ "idle-lane": "OFF" })).toEqual(["unbound-lane"]);
    expect(told({ "unbound-lane": "OFF" })).toEqual(["idle-lane"]);
  });

  it("binds it to whoever is called so", () => {
    const done = curedBy("unbound-lane", unbound);
    expect(done).toMatchObject({
      cure: { name: "bind-lane", params: { holder: "Kepala A" } },
      left: [],
    });
    const stranger = { ...unbound, lanes: [...drawn.lanes, { ...spare, name: "z" }] };
    expect(curedBy("unbound-lane", stranger).cure).toBeNull();
  });
});
