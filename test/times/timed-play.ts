import type { EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";
import { type Rest, TokenGame } from "../walks/token-game.js";

/** One case that was played, by a clock that only standard times move. */
export interface TimedPlay {
  /** From its start until its last step is done. */
  readonly minutes: number;
  readonly visits: readonly { readonly node: NodeKey; readonly outcome: EdgeKey | null }[];
}

/**
 * Plays a case to its end with the tokens of the walks: a step begins when what sent its token here
 * is done. `null` where it takes more than `most` steps.
 */
export function timedPlay(
  graph: Graph,
  minutesOf: (node: NodeKey) => number,
  choose: (node: NodeKey, outcomes: readonly EdgeKey[]) => EdgeKey,
  most = 5_000,
): TimedPlay | null {
  const game = new TokenGame(graph);
  const doneAt: number[] = [0];
  const visits: { node: NodeKey; outcome: EdgeKey | null }[] = [];
  let marking = game.start();
  while (marking.resting.length > 0) {
    if (visits.length >= most) return null;
    const rest: Rest = marking.resting[0]!;
    const { key, kind } = game.node(rest.node);
    const outcomes = game.arrowsFrom(key).map((edge) => edge.key);
    const outcome = kind === "decision" ? choose(key, outcomes) : null;
    const begins = Math.max(0, ...rest.from.map((visit) => doneAt[visit]!));
    const no = visits.push({ node: key, outcome });
    doneAt[no] = begins + minutesOf(key);
    // All that went before is in `from`: the rest of a token's past only costs memory.
    const bare = { ...rest, past: new Set<number>() };
    marking = game.finish(
      { ...marking, resting: marking.resting.map((one) => (one === rest ? bare : one)) },
      bare,
      no,
      outcome,
    );
  }
  return { minutes: Math.max(...doneAt), visits };
}
