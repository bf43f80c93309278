import { danglingEdge } from "../rules/dangling-edge.js";
import { edgeCount } from "../rules/edge-count.js";
import { hasEnd } from "../rules/has-end.js";
import { oneStart } from "../rules/one-start.js";
import { uniqueKeys } from "../rules/unique-keys.js";
import { workInEveryCycle } from "../rules/work-in-every-cycle.js";
import type { Graph } from "../sop/graph.js";
import { type GraphIndex, indexGraph } from "../sop/graph-index.js";
import { reduceNet } from "./reduce-net.js";
import { type MarkingSearch, searchMarkings } from "./search-markings.js";
import type { Soundness, Violation } from "./soundness.js";
import { shortcutRules } from "./shortcut-rules.js";
import {
  deadParts,
  type SearchedNet,
  tellViolations,
  unreachableNodes,
} from "./tell-violations.js";
import { compileNet } from "./token-net.js";

/** Without these nothing can be said of how a case goes through the drawing. */
const presuppositions = [uniqueKeys, oneStart, hasEnd, danglingEdge, edgeCount, workInEveryCycle];

/** Markings of what the reductions leave that are looked at before the search gives up. */
const residueLimit = 10_000;
/** The same of the net as it is drawn, once it is known that something is wrong with it. */
const drawnLimit = 2_000;

/**
 * Whether every case of the drawing comes to an end, with nothing left, wherever it goes; or the
 * shortest runs that show where it does not. See docs/soundness.md for why it is right.
 */
export function checkSoundness(graph: Graph): Soundness {
  const index = indexGraph(graph);
  if (presuppositions.some((rule) => rule.check(graph, index).length > 0)) {
    return { verdict: "INCONCLUSIVE", reason: "NOT_WELL_FORMED" };
  }
  const drawn = compileNet(graph, index);
  const reduced = reduceNet(drawn);
  const residue = reduceNet(reduced, shortcutRules);
  const probe = searchMarkings(residue, residueLimit, "FIRST");
  if (isTrouble(probe)) {
    const shortest = { net: drawn, search: searchMarkings(drawn, drawnLimit) };
    const found = [
      () => shortest,
      () => ({ net: reduced, search: searchMarkings(reduced, residueLimit, "FIRST") }),
      () => ({ net: residue, search: probe }),
    ];
    const seen = firstWithTrouble(found);
    const dead = deadSteps(graph, index, shortest);
    return { verdict: "UNSOUND", violations: [...tellViolations(graph, index, seen), ...dead] };
  }
  const dead = unreachableNodes(graph, index);
  if (dead.length > 0) {
    const violation = {
      property: "NO_DEAD_STEP",
      nodeKeys: dead,
      edgeKeys: [],
      run: null,
    } as const;
    return { verdict: "UNSOUND", violations: [violation] };
  }
  return probe.isWhole ? { verdict: "SOUND" } : { verdict: "INCONCLUSIVE", reason: "TOO_LARGE" };
}

const isTrouble = ({ crowded, leftOver, deadlock, livelock }: MarkingSearch): boolean =>
  (crowded ?? leftOver ?? deadlock ?? livelock) !== null;

/** The last one has it in any case. */
function firstWithTrouble(searches: readonly (() => SearchedNet)[]): SearchedNet {
  const [first, ...rest] = searches;
  const seen = first!();
  return rest.length === 0 || isTrouble(seen.search) ? seen : firstWithTrouble(rest);
}

/**
 * In a free-choice net what can be come to by arrows is dead only behind a deadlock or a livelock;
 * and what lies behind other trouble was not looked at, and may well be alive.
 */
function deadSteps(graph: Graph, index: GraphIndex, { net, search }: SearchedNet): Violation[] {
  const isSeen = search.isWhole && search.crowded === null && search.leftOver === null;
  const dead = isSeen
    ? deadParts(graph, index, net, search)
    : { nodeKeys: unreachableNodes(graph, index), edgeKeys: [] };
  return dead.nodeKeys.length + dead.edgeKeys.length > 0
    ? [{ property: "NO_DEAD_STEP", ...dead, run: null }]
    : [];
}
