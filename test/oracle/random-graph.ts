import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { soundSop } from "../walks/sound-sop.js";
import { walkLanes } from "../walks/walk-lanes.js";
import { blockSketch, type SketchOptions } from "./block-sketch.js";
import { isWellFormed } from "./is-well-formed.js";
import { Sketch } from "./sketch.js";
import { spoilForm } from "./spoil-form.js";
import { spoilSketch } from "./spoil-sketch.js";
import { wildSketch } from "./wild-sketch.js";

/** The most nodes of a graph of each size, and how often there is one. */
const sizes = { tiny: [3, 8], small: [6, 14], middle: [12, 25], large: [25, 60] } as const;
const sizeWeights = { tiny: 4, small: 5, middle: 3, large: 0.25 };

/** The random graph of a seed, sound or not; of few it cannot even be said. */
export function randomGraph(seed: number): Graph {
  const dice = new Dice(seed);
  const [least, most] = sizes[dice.weighted(sizeWeights)];
  const graph = drawGraph(dice, { lanes: walkLanes(dice), nodes: dice.between(least, most) });
  return dice.chance(0.01) ? spoilForm(dice, graph) : graph;
}

type Drawn = (dice: Dice, options: SketchOptions) => Graph;

/** A graph that is sound by how it is drawn. */
export const drawSoundGraph: Drawn = (dice, { lanes, nodes }) =>
  soundSop(dice, { lanes, nodes, calls: dice.chance(0.5) ? ["sop-a", "sop-b"] : [] });

/** A drawing with a few slips in it. */
const spoilt =
  (draw: Drawn): Drawn =>
  (dice, options) => {
    const sketch = new Sketch(dice, options.lanes, draw(dice, options));
    const count = dice.weighted({ "1": 6, "2": 3, "3": 1 });
    for (let no = 0; no < Number(count); no += 1) spoilSketch(sketch);
    sketch.tidy();
    return sketch.graph();
  };

const blocks: Drawn = (dice, options) =>
  blockSketch(dice, options, dice.pick([0, 0, 0.05, 0.2])!).graph();

const wild: Drawn = (dice, options) => wildSketch(dice, options).graph();

const waysToDraw = {
  sound: drawSoundGraph,
  blocks,
  wild,
  nearlySound: spoilt(drawSoundGraph),
  spoiltBlocks: spoilt(blocks),
};
const weights = { sound: 2.5, blocks: 2, wild: 2, nearlySound: 5, spoiltBlocks: 1 };

/** A graph drawn in one of the ways, of which it can be said how cases go. */
export function drawGraph(dice: Dice, options: SketchOptions): Graph {
  const draw = waysToDraw[dice.weighted(weights)];
  for (let tries = 0; tries < 20; tries += 1) {
    const graph = draw(dice, options);
    if (isWellFormed(graph)) return graph;
  }
  return drawSoundGraph(dice, options);
}
