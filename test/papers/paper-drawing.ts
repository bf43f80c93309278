import { rememberedSoundness } from "../../domain/rules/soundness-findings.js";
import type { Graph } from "../../domain/sop/graph.js";
import { drawGraph } from "../oracle/random-graph.js";
import { Dice } from "../walks/dice.js";
import { soundSop } from "../walks/sound-sop.js";
import { walkLanes } from "../walks/walk-lanes.js";
import { linkedAtRandom } from "./linked-at-random.js";

/** The random sound drawing of a seed, its steps linked to outputs with a plan or without one. */
export function paperDrawing(seed: number): Graph {
  const dice = new Dice(seed);
  const options = { lanes: walkLanes(dice), calls: ["s"], nodes: dice.between(4, 26) };
  const other = dice.chance(0.5) ? drawGraph(dice, options) : null;
  const isSound = other !== null && rememberedSoundness(other).verdict === "SOUND";
  const sound = isSound ? other : soundSop(dice, options);
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
