import { expect, it } from "vitest";
import type { Graph, GraphNode } from "../../domain/sop/graph.js";
import { runOfPath } from "../../domain/time/run-of-path.js";
import { sopTimes } from "../../domain/time/sop-times.js";
import { Dice } from "../walks/dice.js";
import { buildGraph } from "../../domain/sop/build-graph.js";
import { knownGraphs } from "../walks/known-graphs.js";
import { soundDrawing } from "../walks/sound-drawing.js";

function draw(seed: number): Graph {
  const dice = new Dice(seed);
  const graph = soundDrawing(dice, dice.between(3, 30));
  const nodes = graph.nodes.map((node): GraphNode => ({
    ...node,
    standardTime: { value: dice.between(1, 60), unit: "MINUTE" },
  }));
  return { ...graph, nodes };
}

it("plays every way that is told of to its end, by its outcomes, in the real engine", () => {
  const graphs = [
    ...knownGraphs().map((graph, at) => ({ name: `form ${at + 1}`, graph })),
    ...Array.from({ length: 400 }, (_, at) => ({ name: `seed ${at + 1}`, graph: draw(at + 1) })),
  ];
  let played = 0;
  const wrong = graphs.flatMap(({ name, graph }) => {
    const times = sopTimes(graph, 450);
    if (typeof times === "string") return [];
    return times.paths.flatMap((path) => {
      const run = runOfPath(graph, path);
      played += 1;
      const chosen = run?.flatMap(({ node, outcome }) =>
        outcome === null ? [] : [[node, outcome]],
      );
      const told = path.outcomes.map(({ node, edge }) => [node, edge]);
      const same = JSON.stringify(chosen?.toSorted()) === JSON.stringify(told.toSorted());
      return same ? [] : [{ name, told, chosen }];
    });
  });
  expect(wrong).toEqual([]);
  expect(played).toBeGreaterThan(800);
});

it("plays nothing past a step in no lane, nor on a drawing that has become another", () => {
  const path = { outcomes: [], end: "end", minutes: 1, likelihood: 1 };
  const draw = (lanes: readonly string[], back: string): Graph =>
    buildGraph(
      [
        ["start", "start", ["a"]],
        ["one", "activity", ["a"]],
        ["two", "activity", lanes],
        ["end", "end", ["a"]],
      ],
      [
        ["start", "one"],
        ["one", "two"],
        ["two", back],
      ],
    );
  expect(runOfPath(draw(["a"], "end"), path)).toHaveLength(2);
  expect(runOfPath(draw([], "end"), path)).toBeNull();
  expect(runOfPath(draw(["a"], "one"), path)).toBeNull();
});
