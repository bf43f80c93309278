import { describe, expect, it } from "vitest";
import type { Graph } from "../../domain/sop/graph.js";
import { knownGraphs } from "../walks/known-graphs.js";
import { brokenMethods } from "./broken-methods.js";
import { compareCheck } from "./compare-check.js";
import { randomGraph } from "./random-graph.js";
import { runOracle } from "./run-oracle.js";

const sample = 2_000;

describe("the soundness check", () => {
  const batch = 500;
  const seeds = Array.from({ length: sample / batch }, (_, at) => 1 + at * batch);

  it.each(seeds)("says what the oracle says, and what the engine does: from seed %i on", (seed) => {
    const told: string[] = [];
    const result = runOracle({ graphs: batch, seed, large: 2 }, (found) =>
      told.push(`seed ${found.seed}: ${found.complaints.join("; ")}`),
    );
    expect(told).toEqual([]);
    expect(result).toMatchObject({ graphs: batch, disagreements: 0, faults: 0 });
    const { sound, unsound, inconclusive, skipped, executed } = result;
    expect(sound + unsound + inconclusive).toBe(batch);
    // Both must be common, or one of them is hardly tested.
    expect(sound / batch).toBeGreaterThan(0.3);
    expect(unsound / batch).toBeGreaterThan(0.3);
    expect(skipped / batch).toBeLessThan(0.03);
    expect(executed).toBeGreaterThan(20 * sound);
  });

  it("calls the seeded procedures sound, and the engine brings them to their ends", () => {
    const graphs = knownGraphs();
    expect(graphs.length).toBe(6);
    for (const [at, graph] of graphs.entries()) {
      expect(compareCheck(graph, at)).toEqual({
        verdict: "SOUND",
        isSkipped: false,
        disagreements: [],
        faults: [],
        executed: 20,
      });
    }
  });
});

describe("a check that is wrong", () => {
  const firstComplaint = (name: string): string | undefined => {
    for (let seed = 1; seed <= sample; seed += 1) {
      const { disagreements, faults } = compareCheck(randomGraph(seed), seed, brokenMethods[name]);
      const [complaint] = [...disagreements, ...faults];
      if (complaint !== undefined) return complaint;
    }
    return undefined;
  };

  it.each(Object.keys(brokenMethods))("is found out: it %s", (name) => {
    const complaint = firstComplaint(name);
    expect(complaint).toMatch(/./);
    // That would be found without an oracle.
    expect(complaint).not.toMatch(/throws/);
  });
});

describe("randomGraph", () => {
  const graphs = Array.from({ length: sample }, (_, at) => randomGraph(at + 1));
  const nodes = graphs.flatMap((graph) => graph.nodes);
  const into = (graph: Graph, kind: string): number[] =>
    graph.nodes
      .filter((node) => node.kind === kind)
      .map(({ key }) => graph.edges.filter(({ to }) => to === key).length);
  const outOf = (graph: Graph, kind: string): number[] =>
    graph.nodes
      .filter((node) => node.kind === kind)
      .map(({ key }) => graph.edges.filter(({ from }) => from === key).length);
  const share = (has: (graph: Graph) => boolean): number =>
    graphs.filter((graph) => has(graph)).length / sample;

  it("draws every shape that an SOP may have, and such as it should not have", () => {
    for (const mode of ["ALL", "ANY"]) {
      const isJoint = nodes.filter((node) => node.parts.length > 1 && node.mode === mode);
      expect(isJoint.length).toBeGreaterThan(100);
    }
    for (const kind of ["start", "end"]) {
      for (const work of [true, false]) {
        expect(
          share((graph) => graph.nodes.some((one) => one.kind === kind && one.work === work)),
        ).toBeGreaterThan(0.2);
      }
    }
    for (const waits of [true, false]) {
      expect(
        share((graph) => graph.nodes.some(({ call }) => call?.waits === waits)),
      ).toBeGreaterThan(0.1);
    }
    const count = (graph: Graph, kind: string): number => into(graph, kind).length;
    expect(share((graph) => count(graph, "end") > 1)).toBeGreaterThan(0.1);
    expect(share((graph) => count(graph, "fork") !== count(graph, "join"))).toBeGreaterThan(0.2);
    for (const kind of ["fork", "join", "decision"]) {
      expect(share((graph) => into(graph, kind).some((arrows) => arrows > 2))).toBeGreaterThan(
        0.03,
      );
    }
    for (const kind of ["fork", "decision"]) {
      for (const arrows of [2, 3, 4]) {
        expect(share((graph) => outOf(graph, kind).includes(arrows))).toBeGreaterThan(0.01);
      }
    }
    expect(share((graph) => graph.nodes.length <= 5)).toBeGreaterThan(0.05);
    expect(share((graph) => graph.nodes.length > 25)).toBeGreaterThan(0.01);
  });

  it("draws the same graph from the same seed", () => {
    expect(randomGraph(77)).toEqual(graphs[76]);
  });
});
