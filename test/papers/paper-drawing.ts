import type { Graph } from "../../domain/sop/graph.js";
import { Dice } from "../walks/dice.js";
import { soundDrawing } from "../walks/sound-drawing.js";
import { linkedAtRandom } from "./linked-at-random.js";

/** The random sound drawing of a seed, its steps linked to outputs with a plan or without one. */
export function paperDrawing(seed: number): Graph {
  const dice = new Dice(seed);
  const sound = soundDrawing(dice, dice.between(4, 26));
  return dice.chance(0.25) ? knownLinks(sound) : linkedAtRandom(dice, sound, 4);
}

/** Without links to outputs whose step was left out: another rule tells of these. */
function knownLinks(graph: Graph): Graph {
  const known = new Set(graph.outputs.map(({ key }) => key));
  const nodes = graph.nodes.map((node) => ({
    ...node,
    requirements: node.requirements.filter(({ output }) => output === null || known.has(output)),
  }));
  return { ...graph, nodes };
}
