import { describe, expect, it } from "vitest";
import { uncertainLinks } from "../../domain/papers/made-before.js";
import { owedOnWays } from "../../domain/papers/owed-on-way.js";
import { paperLinks } from "../../domain/papers/paper-links.js";
import { papersGiven } from "../../domain/papers/papers-given.js";
import { indexGraph } from "../../domain/sop/graph-index.js";
import { Dice } from "../walks/dice.js";
import { owesByArrow } from "../walks/owed-by-arrow.js";
import { soundSop } from "../walks/sound-sop.js";
import { TokenGame } from "../walks/token-game.js";
import { walkLanes } from "../walks/walk-lanes.js";
import { fewestSteps } from "./fewest-steps.js";
import { linkedAtRandom } from "./linked-at-random.js";

/** Drawings with more outputs than are followed at once, their steps in the order of the form or not. */
const drawings = Array.from({ length: 60 }, (_, at) => {
  const dice = new Dice(at + 1);
  const sound = soundSop(dice, { lanes: walkLanes(dice), calls: ["s"], nodes: 18 });
  const graph = linkedAtRandom(dice, sound, 120);
  return at % 2 === 0 ? graph : { ...graph, nodes: [...graph.nodes].reverse() };
});

it("has more outputs than are followed at once", () => {
  expect(drawings.filter(({ outputs }) => outputs.length > 64).length).toBeGreaterThan(15);
});

describe("owedOnWays", () => {
  it("finds what trying every path finds", () => {
    let owed = 0;
    for (const [seed, graph] of drawings.entries()) {
      const game = new TokenGame(graph);
      const index = indexGraph(graph);
      const owedOn = owedOnWays(graph, index);
      for (const node of graph.nodes.filter(({ kind }) => kind === "decision")) {
        for (const way of index.edgesFrom(node.key)) {
          const told = owedOn(node, way);
          const tried = node.outputs.filter((output) => owesByArrow(game, way.key, output));
          expect(told, `${seed}: ${node.key} ${way.key}`).toEqual(tried);
          owed += tried.length;
        }
      }
    }
    expect(owed).toBeGreaterThan(300);
  });
});

describe("uncertainLinks", () => {
  it("says of each link what it says of it by itself, and is certain of none that may lack", () => {
    const counted = { certain: 0, uncertain: 0, lacking: 0 };
    for (const [seed, graph] of drawings.entries()) {
      const index = indexGraph(graph);
      const given = papersGiven(graph, index);
      const links = paperLinks(graph);
      const uncertain = new Set(uncertainLinks(index, links, given));
      for (const link of links) {
        const isUncertain = uncertain.has(link);
        const alone = uncertainLinks(index, [link], given).length > 0;
        expect(isUncertain, `${seed}: ${link.node} ${link.output}`).toBe(alone);
        counted[isUncertain ? "uncertain" : "certain"] += 1;
      }
      for (const { node, output } of links.filter((_, at) => at % 20 === 0)) {
        const fewest = fewestSteps(graph, node, output, 500);
        if (fewest === undefined || fewest === null) continue;
        counted.lacking += 1;
        const isUncertain = [...uncertain].some(
          (link) => link.node === node && link.output === output,
        );
        expect(isUncertain, `${seed}: ${node} ${output}`).toBe(true);
      }
    }
    for (const [what, count] of Object.entries(counted)) expect(count, what).toBeGreaterThan(50);
  });
});
