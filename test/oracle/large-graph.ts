import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { drawGraph } from "./random-graph.js";
import { walkLanes } from "../walks/walk-lanes.js";

/** How large the graphs are on which the time is taken. */
const nodes = 500;

/** A random graph of about 500 nodes, sound or not, drawn in any of the ways in which small ones are. */
export function largeGraph(seed: number): Graph {
  const dice = new Dice(seed);
  return drawGraph(dice, { lanes: walkLanes(dice), nodes });
}
