import type { Run } from "../soundness/soundness.js";
import type { Budget, Known, PaperGame } from "./paper-game.js";
import type { PaperLink } from "./paper-links.js";

/** States that are looked at for one run. */
const most = 1_000;

/**
 * The shortest run after which a step is open and what it needs is not made any more. Where there
 * are too many orders to try, the one by which it was found, up to where it shows.
 */
export function runTo(game: PaperGame, link: PaperLink, stop: Known, budget: Budget): Run {
  const own: Budget = { left: Math.min(most, budget.left) };
  budget.left -= own.left;
  const bit = game.bitOf(link.output);
  /** Whether the step waits and can only wait; in doubt it is not. */
  const waitsInVain = (known: Known, left: Budget): boolean =>
    game.isOpen(known.state, link.node) &&
    game.search(known, left, "ONE_ORDER", ({ state }) =>
      (state.made & bit) === 0n ? "OPEN" : "FOUND",
    ) === null;
  const shortest = game.search(game.start(), own, "EVERY_ORDER", (known) => {
    if ((known.state.made & bit) !== 0n || game.isEnd(known.state)) return "PASSED";
    return waitsInVain(known, own) ? "FOUND" : "OPEN";
  });
  budget.left += Math.max(0, own.left);
  return shortest
    ? game.runTo(shortest)
    : earliest(game, stop, (known) => waitsInVain(known, budget));
}

/** A run up to where it shows: from there on it always does. */
function earliest(game: PaperGame, stop: Known, shows: (known: Known) => boolean): Run {
  const way: Known[] = [];
  for (let known: Known | null = stop; known; known = known.from) way.push(known);
  way.reverse();
  let [low, high] = [0, way.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shows(way[middle]!)) high = middle;
    else low = middle + 1;
  }
  return game.runTo(way[high]!);
}
