import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { walkLanes } from "../walks/walk-lanes.js";
import { drawGraph, drawSoundGraph } from "./random-graph.js";

/** How large the graphs are on which the time is taken. */
const nodes = 500;

/** A random graph of about 500 nodes: every other one sound, the rest drawn in any way. */
export function largeGraph(seed: number): Graph {
  const dice = new Dice(seed);
  const draw = seed % 2 === 0 ? drawSoundGraph : drawGraph;
  return draw(dice, { lanes: walkLanes(dice), nodes });
}
