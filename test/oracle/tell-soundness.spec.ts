import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildGraph, type EdgeRow, type NodeRow } from "../../domain/sop/build-graph.js";
import type { Graph } from "../../domain/sop/graph.js";
import type { Violation } from "../../domain/soundness/soundness.js";
import { Dice } from "../walks/dice.js";
import { EngineRuns } from "./engine-runs.js";
import { isWellFormed } from "./is-well-formed.js";
import { shrinkGraph } from "./shrink-graph.js";
import { isFaultless, tellSoundness } from "./tell-soundness.js";

const none = { deadlock: null, round: null, leftOver: null, twoTokens: null };

/** Start and end are there already. */
const draw = (nodes: readonly NodeRow[], edges: readonly EdgeRow[]): Graph =>
  buildGraph([["s", "start", ["l"]], ...nodes, ["e", "end", ["l"]]], edges);

const joined = draw(
  [
    ["f", "fork", []],
    ["a", "activity", ["l"]],
    ["b", "activity", ["l"]],
    ["j", "join", []],
  ],
  [
    ["s", "f"],
    ["f", "a"],
    ["f", "b"],
    ["a", "j"],
    ["b", "j"],
    ["j", "e"],
  ],
);
const stuck = draw(
  [
    ["d", "decision", ["l"]],
    ["a", "activity", ["l"]],
    ["j", "join", []],
  ],
  [
    ["s", "d"],
    ["d", "j", "Ya"],
    ["d", "a", "Tidak"],
    ["a", "j"],
    ["j", "e"],
  ],
);
const twoEnds = draw(
  [
    ["f", "fork", []],
    ["a", "activity", ["l"]],
    ["b", "activity", ["l"]],
  ],
  [
    ["s", "f"],
    ["f", "a"],
    ["f", "b"],
    ["a", "e"],
    ["b", "e"],
  ],
);
const twice = draw(
  [
    ["f", "fork", []],
    ["a", "activity", ["l"]],
    ["b", "activity", ["l"]],
    ["c", "activity", ["l"]],
  ],
  [
    ["s", "f"],
    ["f", "a"],
    ["f", "b"],
    ["a", "c"],
    ["b", "c"],
    ["c", "e"],
  ],
);
const round = draw(
  [
    ["d", "decision", ["l"]],
    ["a", "activity", ["l"]],
  ],
  [
    ["s", "d"],
    ["d", "e", "Ya"],
    ["d", "a", "Tidak"],
    ["a", "a"],
  ],
);
const unreached = draw(
  [
    ["a", "activity", ["l"]],
    ["d", "decision", ["l"]],
  ],
  [
    ["s", "a"],
    ["a", "e"],
    ["d", "d", "Ya"],
    ["d", "e", "Tidak"],
  ],
);

describe("tellSoundness", () => {
  it("finds nothing wrong with branches that meet again", () => {
    const told = tellSoundness(joined, 100);
    // Both open, either done, and that they met.
    expect(told).toMatchObject({ isWhole: true, markings: 3, fewest: none });
    expect(isFaultless(told)).toBe(true);
  });

  it("counts the fewest steps to each trouble", () => {
    expect(tellSoundness(stuck, 100).fewest).toEqual({ ...none, deadlock: 1 });
    expect(tellSoundness(twoEnds, 100).fewest).toEqual({ ...none, leftOver: 1 });
    expect(tellSoundness(twice, 100).fewest).toEqual({ ...none, leftOver: 2, twoTokens: 2 });
    expect(tellSoundness(round, 100).fewest).toEqual({ ...none, round: 1 });
  });

  it("names the steps and outcomes that no case comes to", () => {
    const told = tellSoundness(unreached, 100);
    expect(told).toMatchObject({ fewest: none, deadSteps: ["d"], deadNodes: ["d"] });
    expect(isFaultless(told)).toBe(false);
    expect(tellSoundness(stuck, 100).deadNodes).toEqual(["j", "e"]);
  });

  it("says when it has not looked at all markings", () => {
    expect(tellSoundness(joined, 1).isWhole).toBe(false);
  });
});

/** The files of which a file takes more than types, and those of which they do. */
function codeOf(file: URL, found = new Set<string>()): Set<string> {
  if (found.has(file.href)) return found;
  found.add(file.href);
  const text = readFileSync(file, "utf8");
  for (const [, path] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "(\..*?)\.js";/gm)) {
    codeOf(new URL(`${path}.ts`, file), found);
  }
  return found;
}

describe("the oracle", () => {
  it("shares no code with what it is held against", () => {
    const files = ["./tell-soundness.ts", "./is-well-formed.ts"].flatMap((file) => [
      ...codeOf(new URL(file, import.meta.url)),
    ]);
    expect(files.filter((file) => file.includes("/domain/"))).toEqual([]);
    expect(files.filter((file) => file.includes("/test/")).length).toBeGreaterThan(3);
    // So that it is seen that they are found at all.
    const check = codeOf(new URL("../../domain/soundness/check-soundness.ts", import.meta.url));
    expect([...check].filter((file) => file.includes("/domain/")).length).toBeGreaterThan(10);
  });
});

describe("isWellFormed", () => {
  it("wants arrows as the symbols have them, and work on every way round", () => {
    for (const graph of [joined, stuck, twoEnds, twice, round, unreached]) {
      expect(isWellFormed(graph)).toBe(true);
    }
    const loose = { ...joined, edges: joined.edges.slice(1) };
    expect(isWellFormed(loose)).toBe(false);
    const idle = draw(
      [
        ["j", "join", []],
        ["f", "fork", []],
      ],
      [
        ["s", "j"],
        ["j", "f"],
        ["f", "j"],
        ["f", "e"],
      ],
    );
    expect(isWellFormed(idle)).toBe(false);
  });
});

describe("the engine", () => {
  const faultsOf = (graph: Graph, work: (runs: EngineRuns) => void): readonly string[] => {
    const runs = new EngineRuns(graph, new Dice(1));
    work(runs);
    return runs.faults;
  };

  it("brings what is sound to its end, and nothing else", () => {
    const play = (runs: EngineRuns): void => runs.playSound(20);
    expect(faultsOf(joined, play)).toEqual([]);
    expect(faultsOf(stuck, play)).toHaveLength(1);
    expect(faultsOf(twoEnds, play)).toHaveLength(1);
    expect(faultsOf(twice, play)).toHaveLength(1);
    expect(faultsOf(round, play)).toHaveLength(1);
  });

  it("shows whether a run ends in the trouble that is said", () => {
    const replay = (violation: Violation) => (runs: EngineRuns) => runs.replay(violation);
    const step = { node: "d", outcome: "d-j-Ya" };
    const right: Violation = {
      property: "OPTION_TO_COMPLETE",
      nodeKeys: ["j"],
      edgeKeys: ["a-j"],
      run: [step],
    };
    expect(faultsOf(stuck, replay(right))).toEqual([]);
    const wrong: Partial<Violation>[] = [
      { run: [] },
      { run: [step, step] },
      { run: [{ ...step, outcome: "d-a-Tidak" }] },
      { run: null },
      { nodeKeys: ["a"] },
      { edgeKeys: ["d-j-Ya"] },
      { edgeKeys: [] },
      { property: "PROPER_COMPLETION" },
      { property: "ONE_TOKEN" },
    ];
    for (const change of wrong) {
      expect(faultsOf(stuck, replay({ ...right, ...change }))).toHaveLength(1);
    }
  });
});

describe("shrinkGraph", () => {
  it("leaves out what a fault does not need", () => {
    const isBad = (graph: Graph): boolean => tellSoundness(graph, 100).fewest.deadlock !== null;
    const small = shrinkGraph(stuck, isBad);
    expect(small.nodes.map(({ key }) => key)).toEqual(["s", "d", "j", "e"]);
    expect(isBad(small)).toBe(true);
  });
});
