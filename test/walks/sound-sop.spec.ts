import { describe, expect, it } from "vitest";
import { findProblems, isError } from "../../domain/rules/find-problems.js";
import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "./dice.js";
import { isFaultless, tellSoundness } from "../oracle/tell-soundness.js";
import { soundSop } from "./sound-sop.js";
import { walkLanes } from "./walk-lanes.js";

const draw = (seed: number): Graph => {
  const dice = new Dice(seed);
  return soundSop(dice, { lanes: walkLanes(dice), calls: ["child"], nodes: dice.between(3, 40) });
};

const graphs = Array.from({ length: 400 }, (_, at) => draw(at + 1));

describe("soundSop", () => {
  it("draws SOPs that can be enacted by an office that only warns of missing papers", () => {
    for (const [at, graph] of graphs.entries()) {
      const problems = findProblems(graph, { "output-before-needed": "WARNING" }).filter(isError);
      expect({ seed: at + 1, problems }).toEqual({ seed: at + 1, problems: [] });
    }
  });

  it("draws SOPs that any office can enact where each paper is certain", () => {
    const dice = new Dice(1);
    for (let at = 1; at <= 100; at += 1) {
      const lanes = walkLanes(dice);
      const graph = soundSop(dice, { lanes, calls: [], nodes: 20, onlyCertainPapers: true });
      expect({ at, problems: findProblems(graph).filter(isError) }).toEqual({ at, problems: [] });
    }
  });

  it("draws only sound SOPs, as going through all their markings shows", () => {
    let inconclusive = 0;
    for (const [at, graph] of graphs.entries()) {
      const told = tellSoundness(graph, 20_000);
      if (!told.isWhole) inconclusive += 1;
      else
        expect({ seed: at + 1, isFaultless: isFaultless(told), told }).toMatchObject({
          seed: at + 1,
          isFaultless: true,
        });
    }
    expect(inconclusive).toBeLessThan(graphs.length / 20);
  });

  it("draws every shape that an SOP may have", () => {
    const has = (what: (graph: Graph) => boolean): boolean => graphs.some(what);
    const nodes = graphs.flatMap((graph) => graph.nodes);
    expect(new Set(nodes.map(({ kind }) => kind)).size).toBe(7);
    for (const mode of ["ALL", "ANY"]) {
      expect(nodes.some((node) => node.parts.length > 1 && node.mode === mode)).toBe(true);
    }
    for (const kind of ["start", "end"]) {
      for (const work of [true, false]) {
        expect(nodes.some((node) => node.kind === kind && node.work === work)).toBe(true);
      }
    }
    for (const waits of [true, false]) {
      expect(nodes.some(({ call }) => call?.waits === waits)).toBe(true);
    }
    expect(has((graph) => graph.nodes.filter(({ kind }) => kind === "end").length > 2)).toBe(true);
    expect(has((graph) => graph.nodes.length === 3)).toBe(true);
    expect(has((graph) => graph.nodes.length > 35)).toBe(true);
    const bars = (graph: Graph, kind: string) => graph.nodes.filter((node) => node.kind === kind);
    // A net: other bars than pairs.
    expect(has((graph) => bars(graph, "fork").length !== bars(graph, "join").length)).toBe(true);
    const row = (graph: Graph, key: string) => graph.nodes.findIndex((node) => node.key === key);
    const isBack = (graph: Graph) =>
      graph.edges.some((edge) => row(graph, edge.to) < row(graph, edge.from) - 4);
    expect(has(isBack)).toBe(true);
    expect(has((graph) => graph.edges.some((edge) => edge.from === edge.to))).toBe(true);
    expect(nodes.some(({ requirements }) => requirements.some(({ output }) => output))).toBe(true);
  });

  it("draws the same SOP from the same seed", () => {
    expect(draw(77)).toEqual(draw(77));
  });
});
