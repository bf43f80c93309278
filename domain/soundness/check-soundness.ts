import { hasEnd } from "../rules/has-end.js";
import { danglingEdge } from "../rules/dangling-edge.js";
import { edgeCount } from "../rules/edge-count.js";
import { oneStart } from "../rules/one-start.js";
import { uniqueKeys } from "../rules/unique-keys.js";
import { workInEveryCycle } from "../rules/work-in-every-cycle.js";
import type { Graph } from "../sop/graph.js";
import { indexGraph } from "../sop/graph-index.js";
import { searchMarkings } from "./search-markings.js";
import type { Soundness } from "./soundness.js";
import { compileNet } from "./token-net.js";
import { tellViolations } from "./tell-violations.js";

/** Without these nothing can be said of how a case goes through the drawing. */
const presuppositions = [uniqueKeys, oneStart, hasEnd, danglingEdge, edgeCount, workInEveryCycle];

/** Markings that a search looks at before it gives up. */
const searchLimit = 10_000;

/**
 * Whether every case of the drawing comes to an end, with nothing left, wherever it goes; or the
 * shortest runs that show where it does not.
 */
export function checkSoundness(graph: Graph): Soundness {
  const index = indexGraph(graph);
  if (presuppositions.some((rule) => rule.check(graph, index).length > 0)) {
    return { verdict: "INCONCLUSIVE", reason: "NOT_WELL_FORMED" };
  }
  const net = compileNet(graph, index);
  const search = searchMarkings(net, searchLimit);
  const violations = tellViolations(graph, index, net, search);
  if (violations.length > 0) return { verdict: "UNSOUND", violations };
  return search.isWhole ? { verdict: "SOUND" } : { verdict: "INCONCLUSIVE", reason: "TOO_LARGE" };
}
