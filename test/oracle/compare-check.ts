import {
  checkSoundness,
  type SoundnessMethod,
  usualMethod,
} from "../../domain/soundness/check-soundness.js";
import type { Graph } from "../../domain/sop/graph.js";
import { compareGraph, type Compared, usualLimits } from "./compare-graph.js";

/**
 * Holds the check's word on a graph against the oracle and the engine; and where it is unsound, also
 * what it would say if the graph had too many markings for the shortest run to be looked for: the
 * run then comes out of what the reductions left.
 */
export function compareCheck(
  graph: Graph,
  seed: number,
  method: SoundnessMethod = usualMethod,
): Compared {
  const compared = compareGraph(graph, (one) => checkSoundness(one, method), seed);
  if (compared.verdict !== "UNSOUND") return compared;
  const asOfLarge = { ...method, shortestLimit: 0 };
  const other = compareGraph(graph, (one) => checkSoundness(one, asOfLarge), seed, {
    ...usualLimits,
    allShownWithin: 0,
  });
  const asLarge = (complaint: string): string => `as of a large graph, ${complaint}`;
  return {
    ...compared,
    disagreements: [...compared.disagreements, ...other.disagreements.map(asLarge)],
    faults: [...compared.faults, ...other.faults.map(asLarge)],
    executed: compared.executed + other.executed,
  };
}
