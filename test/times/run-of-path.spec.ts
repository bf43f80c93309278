import { expect, it } from "vitest";
import { rememberedSoundness } from "../../domain/rules/soundness-findings.js";
import type { Graph, GraphNode } from "../../domain/sop/graph.js";
import { runOfPath } from "../../domain/time/run-of-path.js";
import { sopTimes } from "../../domain/time/sop-times.js";
import { drawGraph } from "../oracle/random-graph.js";
import { Dice } from "../walks/dice.js";
import { knownGraphs } from "../walks/known-graphs.js";
import { soundSop } from "../walks/sound-sop.js";
import { walkLanes } from "../walks/walk-lanes.js";

function draw(seed: number): Graph {
  const dice = new Dice(seed);
  const options = { lanes: walkLanes(dice), calls: ["s"], nodes: dice.between(3, 30) };
  const other = dice.chance(0.5) ? drawGraph(dice, options) : null;
  const isSound = other !== null && rememberedSoundness(other).verdict === "SOUND";
  const graph = isSound ? other : soundSop(dice, options);
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
