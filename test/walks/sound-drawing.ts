import { rememberedSoundness } from "../../domain/rules/soundness-findings.js";
import type { Graph } from "../../domain/sop/graph.js";
import { drawGraph } from "../oracle/random-graph.js";
import type { Dice } from "./dice.js";
import { soundSop } from "./sound-sop.js";
import { walkLanes } from "./walk-lanes.js";

/** A random sound drawing: half of them were drawn without any plan, where that is sound. */
export function soundDrawing(dice: Dice, nodes: number): Graph {
  const options = { lanes: walkLanes(dice), calls: ["s"], nodes };
  const other = dice.chance(0.5) ? drawGraph(dice, options) : null;
  const isSound = other !== null && rememberedSoundness(other).verdict === "SOUND";
  return isSound ? other : soundSop(dice, options);
}
