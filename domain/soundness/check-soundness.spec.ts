import { describe, expect, it } from "vitest";
import { compilePlan } from "../plan/compile-plan.js";
import { buildGraph, type EdgeRow, type NodeRow } from "../sop/build-graph.js";
import type { Graph } from "../sop/graph.js";
import { checkSoundness } from "./check-soundness.js";
import { playRun } from "./play-run.js";
import type { Violation } from "./soundness.js";

const lane = ["a"];

/** Symbols by the first letter of their kinds: s, e, a(ctivity), d(ecision), f(ork), j(oin), c(all). */
const kinds = {
  s: "start",
  e: "end",
  a: "activity",
  d: "decision",
  f: "fork",
  j: "join",
  c: "connector",
} as const;

/** "s1>a1 a1>d1 d1>e1:Ya": arrows between symbols; an upper case S or E has work in it. */
function draw(arrows: string): Graph {
  const edges = arrows.split(/\s+/).map((arrow): EdgeRow => {
    const [, from = "", to = "", outcome] = /^(\w+)>(\w+)(?::(\w+))?$/.exec(arrow)!;
    return outcome === undefined ? [from, to] : [from, to, outcome];
  });
  const keys = [...new Set(edges.flatMap(([from, to]) => [from, to]))];
  const nodes = keys.map((key): NodeRow => {
    const kind = kinds[key[0]!.toLowerCase() as keyof typeof kinds];
    const isBar = kind === "fork" || kind === "join";
    return [key, kind, isBar ? [] : lane, { work: key[0] === "S" || key[0] === "E" }];
  });
  return buildGraph(nodes, edges);
}

/** What is broken, each with the steps of its run. */
function violationsOf(
  graph: Graph,
): (Omit<Violation, "run"> & { readonly run: string[] | null })[] {
  const soundness = checkSoundness(graph);
  if (soundness.verdict !== "UNSOUND") throw new Error(soundness.verdict);
  return soundness.violations.map((one) => ({
    ...one,
    run: one.run?.map(({ node, outcome }) => outcome ?? node) ?? null,
  }));
}

const isSound = (arrows: string): boolean => checkSoundness(draw(arrows)).verdict === "SOUND";

describe("checkSoundness", () => {
  it("finds nothing wrong with what always comes to an end", () => {
    expect(isSound("s1>a1 a1>e1")).toBe(true);
    expect(isSound("S1>a1 a1>d1 d1>E1:Ya d1>a1:Tidak")).toBe(true);
    expect(isSound("s1>f1 f1>a1 f1>a2 a1>j1 a2>j1 j1>e1")).toBe(true);
    // A branch without any step, nested branches, a loop in one of them, a loop around both.
    expect(isSound("s1>f1 f1>j1 f1>a2 a2>j1 j1>e1")).toBe(true);
    expect(
      isSound(
        "s1>f1 f1>a1 f1>f2 f2>d1 f2>a3 d1>a4:Ya d1>d1:Tidak a4>j2 a3>j2 j2>c1 c1>j1 a1>j1 j1>d2 d2>e1:Ya d2>f1:Tidak",
      ),
    ).toBe(true);
  });

  it("reads ways round that do not nest, and branches that wait for one another", () => {
    expect(isSound("s1>d1 d1>a1:x d1>a2:y a1>d2 d2>a2:x d2>e1:y a2>d3 d3>a1:x d3>e1:y")).toBe(true);
    // b waits for a and c for b, crosswise.
    expect(isSound("s1>f1 f1>a1 f1>a2 a1>f2 f2>a3 f2>j1 a2>j1 j1>a4 a3>j2 a4>j2 j2>e1")).toBe(true);
  });

  it("shows the shortest way to where a join waits for a branch that never comes", () => {
    const graph = draw("s1>d1 d1>a1:Ya d1>a2:Tidak a1>j1 a2>a3 a3>j1 j1>a4 a4>e1");
    expect(violationsOf(graph)).toEqual([
      {
        property: "OPTION_TO_COMPLETE",
        nodeKeys: ["j1"],
        edgeKeys: ["a3-j1"],
        run: ["d1-a1-Ya", "a1"],
      },
      { property: "NO_DEAD_STEP", nodeKeys: ["a4"], edgeKeys: [], run: null },
    ]);
  });

  it("shows how a case goes round for ever", () => {
    const graph = draw("s1>d1 d1>e1:Ya d1>a1:Tidak a1>a2 a2>a1");
    expect(violationsOf(graph)).toEqual([
      { property: "OPTION_TO_COMPLETE", nodeKeys: ["a1"], edgeKeys: [], run: ["d1-a1-Tidak"] },
    ]);
  });

  it("shows what is still open when the end is reached", () => {
    const graph = draw("s1>f1 f1>a1 f1>a2 a1>e1 a2>a3 a3>e1");
    expect(violationsOf(graph)).toEqual([
      { property: "PROPER_COMPLETION", nodeKeys: ["a2"], edgeKeys: [], run: ["a1"] },
    ]);
  });

  it("shows a step that is open twice, and two tokens before a join", () => {
    expect(violationsOf(draw("s1>f1 f1>a1 f1>a2 a1>a3 a2>a3 a3>e1"))).toContainEqual({
      property: "ONE_TOKEN",
      nodeKeys: ["a3"],
      edgeKeys: [],
      run: ["a1", "a2"],
    });
    // The loop inside the branches begins them both again while the other waits.
    const graph = draw("s1>f1 f1>a1 f1>d1 a1>j1 d1>j1:Ya d1>f1:Tidak j1>e1");
    expect(violationsOf(graph)).toContainEqual({
      property: "ONE_TOKEN",
      nodeKeys: ["a1"],
      edgeKeys: [],
      run: ["d1-f1-Tidak"],
    });
  });

  it("shows trouble that is there from the beginning", () => {
    expect(violationsOf(draw("s1>f1 f1>a1 f1>f2 f2>a1 f2>a2 a1>e1 a2>e1"))[0]).toMatchObject({
      property: "ONE_TOKEN",
      run: [],
    });
  });

  it("names a step that nothing leads to", () => {
    expect(violationsOf(draw("s1>a1 a1>e1 a2>a3 a3>a2"))).toEqual([
      { property: "NO_DEAD_STEP", nodeKeys: ["a2", "a3"], edgeKeys: [], run: null },
    ]);
  });

  it("says nothing of a drawing that is not finished", () => {
    const unfinished = { verdict: "INCONCLUSIVE", reason: "NOT_WELL_FORMED" };
    expect(checkSoundness(draw("s1>a1 a1>a2"))).toEqual(unfinished);
    expect(checkSoundness(draw("s1>d1 d1>e1:Ya"))).toEqual(unfinished);
    expect(checkSoundness(draw("s1>f1 f1>f1 f1>a1 a1>e1"))).toEqual(unfinished);
    expect(checkSoundness({ lanes: [], nodes: [], edges: [], outputs: [] })).toEqual(unfinished);
  });
});

const chain = (count: number, piece: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => piece(at + 1)).join(" ");

/** Side by side, `count` branches that each may go round; `last` is where they lead. */
const manyBranches = (count: number, last: string): string => {
  const branch = (at: number) =>
    `f1>a${at} a${at}>d${at} d${at}>${last}:Ya d${at}>c${at}:Tidak c${at}>a${at}`;
  return `s1>f1 ${chain(count, branch)}`;
};

describe("checkSoundness with drawings that nobody would make", () => {
  it("reduces what would have more states than atoms", () => {
    expect(isSound(`${manyBranches(200, "j1")} j1>e1`)).toBe(true);
    const [violation] = violationsOf(draw(`${manyBranches(200, "a0")} a0>e1`));
    expect(violation).toMatchObject({ property: "ONE_TOKEN", nodeKeys: ["a0"] });
    expect(violation?.run).toHaveLength(4);
  });

  it("answers for ten thousand steps, and for five hundred nested branches", () => {
    expect(isSound(`s1>a1 ${chain(10_000, (at) => `a${at}>a${at + 1}`)} a10001>e1`)).toBe(true);
    const nested = chain(500, (at) => `f${at}>a${at} f${at}>f${at + 1} a${at}>j${at}`);
    const back = chain(500, (at) => `j${at + 1}>j${at}`);
    expect(isSound(`s1>f1 ${nested} f501>a501 f501>a502 a501>j501 a502>j501 ${back} j1>e1`)).toBe(
      true,
    );
  });

  it("answers where a thousand outcomes begin a thousand branches each", () => {
    const outcomes = (last: string) =>
      `s1>d1 ${chain(90, (at) => `${chain(10, (no) => `d${at}>f1:x${no}`)} d${at}>d${at + 1}:lanjut`)} d91>f1:Ya d91>f1:Tidak ${chain(900, (at) => `f1>a${at} a${at}>${last}`)}`;
    expect(isSound(`${outcomes("j1")} j1>e1`)).toBe(true);
    expect(violationsOf(draw(outcomes("e1")))[0]).toMatchObject({ property: "PROPER_COMPLETION" });
    const more = chain(900, (at) => chain(10, (no) => `d${at}>f1:x${no}`));
    const next = chain(899, (at) => `d${at}>d${at + 1}:lanjut`);
    const large = `s1>d1 ${more} ${next} ${chain(9000, (at) => `f1>a${at} a${at}>e1`)}`;
    expect(violationsOf(draw(large))[0]).toMatchObject({ property: "PROPER_COMPLETION" });
  });

  it("answers where every step leads to every other", () => {
    const all = chain(100, (from) => chain(100, (to) => `d${from}>d${to}:x${to}`));
    expect(isSound(`s1>d1 ${all} d1>e1:selesai`)).toBe(true);
    const forks = chain(60, (from) => chain(60 - from, (to) => `f${from}>f${from + to}`));
    expect(violationsOf(draw(`s1>f1 ${forks} f59>a1 f60>a1 f60>a2 a1>e1 a2>e1`))[0]).toMatchObject({
      run: [],
    });
  });
});

describe("playRun", () => {
  it("shows what the engine makes of a run", () => {
    const graph = draw("S1>d1 d1>a1:Ya d1>c1:Tidak a1>j1 c1>j1 j1>a4 a4>e1");
    const plan = compilePlan(graph);
    const states = playRun(plan, [
      { node: "S1", outcome: null },
      { node: "d1", outcome: "d1-c1-Tidak" },
      { node: "c1", outcome: null },
    ]);
    const open = states.map(({ visits }) =>
      visits.filter(({ status }) => status === "OPEN").map(({ node }) => node),
    );
    expect(open).toEqual([["S1"], ["d1"], ["c1"], []]);
    expect(states.at(-1)).toMatchObject({ status: "RUNNING", tokens: [{ edge: "c1-j1" }] });
  });

  it("ends where the engine refuses", () => {
    const plan = compilePlan(draw("s1>a1 a1>e1"));
    const states = playRun(plan, [
      { node: "a1", outcome: null },
      { node: "a1", outcome: null },
    ]);
    expect(states.map(({ status }) => status)).toEqual(["RUNNING", "COMPLETED"]);
  });
});
