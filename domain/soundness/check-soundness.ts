import { danglingEdge } from "../rules/dangling-edge.js";
import { edgeCount } from "../rules/edge-count.js";
import { hasEnd } from "../rules/has-end.js";
import { oneStart } from "../rules/one-start.js";
import { uniqueKeys } from "../rules/unique-keys.js";
import { workInEveryCycle } from "../rules/work-in-every-cycle.js";
import type { Graph } from "../sop/graph.js";
import { type GraphIndex, indexGraph } from "../sop/graph-index.js";
import { reduceNet } from "./reduce-net.js";
import {
  type MarkingSearch,
  type Reached,
  searchMarkings,
  type Troubles,
} from "./search-markings.js";
import type { Soundness, Violation } from "./soundness.js";
import { shortcutRules } from "./shortcut-rules.js";
import { deadParts, tellViolations, unreachableNodes } from "./tell-violations.js";
import { compileNet, type TokenNet } from "./token-net.js";
import { troubleAsDrawn } from "./trouble-as-drawn.js";

/** Without these nothing can be said of how a case goes through the drawing. */
const presuppositions = [uniqueKeys, oneStart, hasEnd, danglingEdge, edgeCount, workInEveryCycle];

/** Tokens, in all markings that are looked at, of what the reductions leave; then the search gives up. */
const residueLimit = 60_000;
/** The same where it is known that something is wrong, and the shortest run to it is wanted. */
const shortestLimit = 20_000;

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
  const first = firstTrouble(probe);
  if (first) {
    const search = searchMarkings(drawn, shortestLimit);
    const troubles = firstTrouble(search)
      ? search
      : troubleAsDrawn(
          drawn,
          firstTrouble(searchMarkings(reduced, shortestLimit, "FIRST")) ?? first,
        );
    return {
      verdict: "UNSOUND",
      violations: [
        ...tellViolations(graph, index, drawn, troubles),
        ...deadSteps(graph, index, drawn, search),
      ],
    };
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

const firstTrouble = ({ crowded, leftOver, deadlock, livelock }: Troubles): Reached | null =>
  crowded ?? leftOver ?? deadlock ?? livelock;

/**
 * In a free-choice net what can be come to by arrows is dead only behind a deadlock or a livelock;
 * and what lies behind other trouble was not looked at, and may well be alive.
 */
function deadSteps(
  graph: Graph,
  index: GraphIndex,
  net: TokenNet,
  search: MarkingSearch,
): Violation[] {
  const isSeen = search.isWhole && search.crowded === null && search.leftOver === null;
  const dead = isSeen
    ? deadParts(graph, index, net, search)
    : { nodeKeys: unreachableNodes(graph, index), edgeKeys: [] };
  return dead.nodeKeys.length + dead.edgeKeys.length > 0
    ? [{ property: "NO_DEAD_STEP", ...dead, run: null }]
    : [];
}
