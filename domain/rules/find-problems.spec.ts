import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, makeNode, type NodeRow } from "../sop/build-graph.js";
import { emptyGraph, type Graph } from "../sop/graph.js";
import { findProblems, isError } from "./find-problems.js";

const nodes: NodeRow[] = [
  ["start", "start", ["a"]],
  ["write", "activity", ["a"]],
  ["check", "decision", ["b"]],
  ["end", "end", ["b"]],
];
const edges: EdgeRow[] = [
  ["start", "write"],
  ["write", "check"],
  ["check", "end", "Ya"],
  ["check", "write", "Tidak"],
];
const sound = buildGraph(nodes, edges);
const found = (graph: Graph) =>
  findProblems(graph)
    .filter(isError)
    .map(({ rule, nodeKeys, edgeKeys, laneKeys }) => ({
      rule,
      at: [...nodeKeys, ...edgeKeys, ...laneKeys],
    }));

describe("findProblems", () => {
  it("has nothing to say of a good graph", () => expect(found(sound)).toEqual([]));

  it("misses start and end on an empty form", () =>
    expect(found(emptyGraph).map(({ rule }) => rule)).toEqual(["one-start", "has-end"]));

  it("names both of two starts", () => {
    const two = buildGraph([...nodes, ["begin", "start", ["a"]]], [...edges, ["begin", "write"]]);
    expect(found(two)).toEqual([{ rule: "one-start", at: ["start", "begin"] }]);
  });

  it("names a dangling edge and the node that it leaves", () => {
    const graph = {
      ...sound,
      edges: [...sound.edges, { key: "x", from: "start", to: "gone", outcome: null }],
    };
    expect(found(graph)).toContainEqual({ rule: "dangling-edge", at: ["start", "x"] });
  });

  it("names a step that no case comes to, and one from which no end is reached", () => {
    const island = buildGraph(
      [...nodes, ["alone", "activity", ["a"]], ["trap", "activity", ["a"]]],
      [...edges, ["alone", "trap"], ["trap", "alone"]],
    );
    expect(found(island)).toEqual([
      { rule: "reachable-from-start", at: ["alone"] },
      { rule: "reachable-from-start", at: ["trap"] },
      { rule: "reaches-end", at: ["alone"] },
      { rule: "reaches-end", at: ["trap"] },
    ]);
  });

  it("names a decision with one outcome, and outcomes that nobody can tell apart", () => {
    const single = buildGraph(nodes, edges.slice(0, 3));
    expect(found(single)).toContainEqual({ rule: "edge-count", at: ["check"] });
    const alike = buildGraph(nodes, [...edges.slice(0, 3), ["check", "write", " ya "]]);
    expect(found(alike)).toEqual([{ rule: "named-outcomes", at: ["check", "check-write- ya "] }]);
  });

  it("names an unbound lane only where work stands in it", () => {
    const unbound = {
      ...sound,
      lanes: [...sound.lanes, { key: "idle", name: "idle", binding: null }].map((lane) =>
        lane.key === "a" ? { ...lane, binding: null } : lane,
      ),
    };
    expect(found(unbound)).toEqual([{ rule: "bound-lane", at: ["start", "write", "a"] }]);
  });

  it("names a step without a lane, in a strange lane, or twice in one", () => {
    const graph = {
      ...sound,
      nodes: sound.nodes.map((node) =>
        node.key === "write"
          ? { ...node, parts: [] }
          : node.key === "check"
            ? { ...node, parts: [{ lane: "z", label: null }] }
            : node,
      ),
    };
    expect(found(graph)).toEqual([
      { rule: "known-lane", at: ["check"] },
      { rule: "lane-count", at: ["write"] },
    ]);
    const twice = buildGraph(
      [
        ["start", "start", ["a"]],
        ["w", "activity", ["a", "a"]],
        ["end", "end", ["a"]],
      ],
      [
        ["start", "w"],
        ["w", "end"],
      ],
    );
    expect(found(twice)).toEqual([{ rule: "lane-count", at: ["w"] }]);
  });

  it("names repeated keys, unknown outputs and a connector that calls nothing", () => {
    const graph: Graph = {
      ...sound,
      nodes: [
        ...sound.nodes.map((node) =>
          node.key === "write" ? { ...node, outputs: ["ghost"] } : node,
        ),
        makeNode({ key: "write", kind: "activity", parts: [{ lane: "a", label: null }] }),
      ],
    };
    expect(found(graph)).toContainEqual({ rule: "unique-keys", at: ["write"] });
    expect(found(graph)).toContainEqual({ rule: "known-output", at: ["write"] });
    const calls = buildGraph(
      [
        ["start", "start", ["a"]],
        ["c", "connector", ["a"]],
        ["end", "end", ["a"]],
      ],
      [
        ["start", "c"],
        ["c", "end"],
      ],
    );
    expect(found(calls)).toEqual([{ rule: "connector-target", at: ["c"] }]);
  });

  it("names a way round without work, and none that somebody works in", () => {
    const endless = buildGraph(
      [
        ["start", "start", ["a"]],
        ["split", "fork", []],
        ["again", "fork", []],
        ["work", "activity", ["a"]],
        ["end", "end", ["a"]],
      ],
      [
        ["start", "split"],
        ["split", "again"],
        ["again", "split"],
        ["again", "work"],
        ["split", "work"],
        ["work", "end"],
      ],
    );
    expect(found(endless)).toEqual([
      { rule: "work-in-every-cycle", at: ["split"] },
      { rule: "work-in-every-cycle", at: ["again"] },
    ]);
  });

  it("survives keys that are names of object members", () => {
    const odd = buildGraph(
      [
        ["__proto__", "start", ["constructor"]],
        ["toString", "end", ["constructor"]],
      ],
      [["__proto__", "toString"]],
    );
    expect(found(odd)).toEqual([]);
  });
});
