import { isEnd, type Marking, NetGame, troubleOf } from "./net-game.js";
import { flatten, joinRopes, type Rope } from "./rope.js";
import type { Reached } from "./search-markings.js";
import type { TokenNet } from "./token-net.js";

/** Tokens in all markings of all plays. */
const mostTokens = 200_000;

/**
 * Plays cases at random, always the same ones, until one is in trouble; `null` where none is. It
 * finds what lies too deep for a search and is nevertheless hard to miss.
 */
export function playForTrouble(net: TokenNet<Rope>): Reached | null {
  const game = new NetGame(net);
  const start = game.settle([], net.start);
  const pick = picker();
  for (let tokens = 0; tokens <= mostTokens;) {
    let marking: Marking = start;
    let run: Rope = net.startRun;
    for (let left = 4 * net.transitions.length; left >= 0 && !isEnd(marking); left -= 1) {
      if (tokens > mostTokens) return null;
      tokens += marking.length;
      const ways = troubleOf(marking) ? [] : game.ways(marking);
      const at = ways[pick(ways.length)];
      if (at === undefined) return { marking, run: flatten(run) };
      marking = game.make(marking, net.transitions[at]!);
      run = joinRopes(run, net.transitions[at]!.run);
    }
    // Also a case that begins at its end counts.
    tokens += 1;
  }
  return null;
}

/** Numbers below a bound that look like chance and are the same each time (Park and Miller). */
function picker(): (bound: number) => number {
  let state = 20_211;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return bound === 0 ? 0 : state % bound;
  };
}
