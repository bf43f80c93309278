import { danglingEdge } from "../rules/dangling-edge.js";
import { edgeCount } from "../rules/edge-count.js";
import { hasEnd } from "../rules/has-end.js";
import { oneStart } from "../rules/one-start.js";
import type { Rule } from "../rules/rule.js";
import { uniqueKeys } from "../rules/unique-keys.js";
import { workInEveryCycle } from "../rules/work-in-every-cycle.js";
import type { Graph } from "../sop/graph.js";
import { type GraphIndex, indexGraph } from "../sop/graph-index.js";
import { unreachableNodes } from "../sop/reachable.js";
import { playForTrouble } from "./play-for-trouble.js";
import { reduceNet, reductionRules } from "./reduce-net.js";
import type { ReductionRule } from "./reducible-net.js";
import { firstTrouble, type MarkingSearch, searchMarkings } from "./search-markings.js";
import type { Soundness, Violation } from "./soundness.js";
import { shortcutRules } from "./shortcut-rules.js";
import { deadParts, tellViolations } from "./tell-violations.js";
import { compileNet, type TokenNet } from "./token-net.js";
import { troubleAsDrawn } from "./trouble-as-drawn.js";

/** Without these nothing can be said of how a case goes through the drawing. */
export const presuppositions: readonly Rule[] = [
  uniqueKeys,
  oneStart,
  hasEnd,
  danglingEdge,
  edgeCount,
  workInEveryCycle,
];

/** How it is found out; tests that put something wrong here must see that it is noticed. */
export interface SoundnessMethod {
  readonly compile: typeof compileNet;
  readonly rules: readonly ReductionRule[];
  readonly shortcuts: readonly ReductionRule[];
  readonly search: typeof searchMarkings;
  /** Tokens in the markings that a search of what the reductions leave comes to before it gives up. */
  readonly residueLimit: number;
  /** The same where something is known to be wrong, and the shortest run to it is looked for. */
  readonly shortestLimit: number;
}

export const usualMethod: SoundnessMethod = {
  compile: compileNet,
  rules: reductionRules,
  shortcuts: shortcutRules,
  search: searchMarkings,
  residueLimit: 100_000,
  shortestLimit: 40_000,
};

/**
 * Whether every case of the drawing comes to an end, with nothing left, wherever it goes; or the
 * shortest runs that show where it does not. See docs/soundness.md for why it is right.
 */
export function checkSoundness(
  graph: Graph,
  { compile, rules, shortcuts, search, ...limits }: SoundnessMethod = usualMethod,
): Soundness {
  const index = indexGraph(graph);
  if (presuppositions.some((rule) => rule.check(graph, index).length > 0)) {
    return { verdict: "INCONCLUSIVE", reason: "NOT_WELL_FORMED" };
  }
  const drawn = compile(graph, index);
  const reduced = reduceNet(drawn, rules);
  const residue = reduceNet(reduced, shortcuts);
  const probe = search(residue, limits.residueLimit, "FIRST");
  const first = firstTrouble(probe) ?? (probe.isWhole ? null : playForTrouble(residue));
  if (first) {
    const shortest = search(drawn, limits.shortestLimit);
    const troubles = firstTrouble(shortest)
      ? shortest
      : troubleAsDrawn(
          drawn,
          firstTrouble(search(reduced, limits.shortestLimit, "FIRST")) ?? first,
          limits.residueLimit,
        );
    if (troubles === null) return { verdict: "INCONCLUSIVE", reason: "TOO_LARGE" };
    return {
      verdict: "UNSOUND",
      violations: [
        ...tellViolations(graph, index, drawn, troubles),
        ...deadSteps(graph, index, drawn, shortest),
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
