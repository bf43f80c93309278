import { isDeepStrictEqual } from "node:util";
import type { Violation } from "../../domain/soundness/soundness.js";
import type { Dice } from "../walks/dice.js";
import type { EngineCase } from "./engine-case.js";
import { type NearestOutcomes, playAtRandom } from "./play-at-random.js";
import type { Trouble } from "./tell-soundness.js";

/** How often a case is played on that must go round for ever. */
const rounds = 20;

/** The trouble that a violation says its run ends in; `null` where it has none. */
export function troubleOf({ property, edgeKeys, run }: Violation): Trouble | null {
  if (run === null) return null;
  if (property === "PROPER_COMPLETION") return "leftOver";
  if (property === "ONE_TOKEN") return "twoTokens";
  return edgeKeys.length > 0 ? "deadlock" : "round";
}

/**
 * Plays the run of a violation in a case that has just begun. Answers what is otherwise than the
 * violation says, and `null` where it ends in just that trouble.
 */
export function replayViolation(
  played: EngineCase,
  violation: Violation,
  dice: Dice,
  nearest: NearestOutcomes,
): string | null {
  try {
    for (const [at, { node, outcome }] of violation.run!.entries()) {
      const before = wrongNow(played);
      if (before !== null) return `${before} before step ${at + 1}`;
      played.finish(node, outcome, dice);
    }
  } catch (error) {
    return `the run cannot be played: ${error instanceof Error ? error.message : String(error)}`;
  }
  const trouble = troubleOf(violation)!;
  const isThere = endsIn[trouble](played, violation, dice, nearest);
  return isThere === true ? null : `${trouble}: ${isThere}`;
}

/** What no case of a sound SOP may ever be in, ends aside. */
export function wrongNow(played: EngineCase): string | null {
  const { nodes, edges } = played.rest();
  const twice = [...twiceIn(nodes), ...twiceIn(edges)];
  if (twice.length > 0) return `two tokens on ${twice.join(", ")}`;
  const left = [...nodes, ...edges];
  if (played.ended > 1) return `${played.ended} tokens came to ends`;
  return played.ended > 0 && left.length > 0
    ? `an end was reached beside ${left.join(", ")}`
    : null;
}

type Ending = (
  played: EngineCase,
  violation: Violation,
  dice: Dice,
  nearest: NearestOutcomes,
) => true | string;

const endsIn: Readonly<Record<Trouble, Ending>> = {
  deadlock(played, violation) {
    const { nodes, edges } = played.rest();
    if (played.state.status !== "RUNNING") return `the case is ${played.state.status}`;
    if (nodes.length > 0) return `${nodes.join(", ")} can be done`;
    const waiting = joinsBefore(played, edges);
    const missing = waiting
      .flatMap((join) => played.arrows.into.get(join)!)
      .map(({ key }) => key)
      .filter((key) => !edges.includes(key));
    return named(violation, waiting, missing);
  },
  round(played, { nodeKeys }, dice, nearest) {
    const most = 20 + 3 * played.graph.nodes.length;
    const visited = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const copy = played.copy();
      const patience = round % 2 === 0 ? most : dice.below(most);
      const look = (): boolean => {
        const { nodes, edges } = copy.rest();
        for (const key of [...nodes, ...joinsBefore(copy, edges)]) visited.add(key);
        return true;
      };
      playAtRandom(copy, dice, nearest, { patience, most, look });
      const { nodes } = copy.rest();
      if (copy.state.status !== "RUNNING") return `the case is ${copy.state.status}`;
      if (nodes.length === 0) return "nothing is open any more";
      if (copy.ended > 0) return "an end can be reached";
    }
    const absent = nodeKeys.filter((key) => !visited.has(key));
    if (nodeKeys.length === 0) return "it is not said where";
    return absent.length === 0 || `${absent.join(", ")} is named, and no case comes there`;
  },
  leftOver(played, violation) {
    const { nodes, edges } = played.rest();
    if (played.ended === 0) return "no end is reached";
    if (played.ended === 1 && nodes.length + edges.length === 0) return "nothing is left";
    return named(violation, [...nodes, ...joinsBefore(played, edges)], edges);
  },
  twoTokens(played, violation) {
    const { nodes, edges } = played.rest();
    const twice = twiceIn(edges);
    if (twiceIn(nodes).length + twice.length === 0) return "there are no two tokens anywhere";
    return named(violation, [...twiceIn(nodes), ...joinsBefore(played, twice)], twice);
  },
};

/** Whether just these are named. */
function named(
  { nodeKeys, edgeKeys }: Violation,
  nodes: readonly string[],
  edges: readonly string[],
): true | string {
  const inOrder = (keys: readonly string[]): string[] => [...new Set(keys)].toSorted();
  const [said, is] = [
    { nodes: inOrder(nodeKeys), edges: inOrder(edgeKeys) },
    { nodes: inOrder(nodes), edges: inOrder(edges) },
  ];
  return isDeepStrictEqual(said, is) || `it is ${JSON.stringify(is)}, not ${JSON.stringify(said)}`;
}

const twiceIn = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key, at) => keys.indexOf(key) < at)),
];

/** The joins before which these arrows end. */
const joinsBefore = ({ graph }: EngineCase, edges: readonly string[]): string[] => [
  ...new Set(graph.edges.filter(({ key }) => edges.includes(key)).map(({ to }) => to)),
];
