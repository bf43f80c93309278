import { compileNet } from "../soundness/token-net.js";
import type { Run } from "../soundness/soundness.js";
import type { Graph, OutputKey } from "../sop/graph.js";
import type { GraphIndex } from "../sop/graph-index.js";
import { uncertainLinks } from "./made-before.js";
import { type Budget, type Known, PaperGame } from "./paper-game.js";
import { type PaperLink, paperLinks } from "./paper-links.js";
import { PaperNet } from "./paper-net.js";
import { papersGiven } from "./papers-given.js";
import { runTo } from "./run-without.js";
import { wayWithout } from "./way-without.js";

/** A step to which a case can come without an output that it needs, and that is not made any more. */
export interface MissingPaper extends PaperLink {
  /**
   * The shortest run after which it shows; `null` where none was found in the time that there is,
   * and of what is missing besides very much else.
   */
  readonly run: Run | null;
}

/** How it is found out; tests that put something wrong here must see that it is noticed. */
export interface PapersMethod {
  readonly given: typeof papersGiven;
  readonly uncertain: typeof uncertainLinks;
}

export const usualPapers: PapersMethod = { given: papersGiven, uncertain: uncertainLinks };

/** States that are looked at to find what is missing, and to show it. */
const statesInAll = 10_000;
const statesOfRuns = 5_000;

/** Runs that are looked for, and their steps in all: nobody plays more before they have mended some. */
const mostRuns = 50;
const stepsOfRuns = 5_000;

/**
 * Where cases of a sound drawing can come to wait for ever for what they need. What has been made on
 * every way to a step is certain; what is not is played. Where that takes too long, what is not
 * certain counts as missing. In the order of the form, and only the first have runs.
 */
export function findMissingPapers(
  graph: Graph,
  index: GraphIndex,
  { given: givenOf, uncertain }: PapersMethod = usualPapers,
): MissingPaper[] {
  const given = givenOf(graph, index);
  const links = uncertain(index, paperLinks(graph), given);
  if (links.length === 0) return [];
  const found = new MissingPapers(new PaperNet(compileNet(graph, index), given)).find(links);
  const places = new Map(links.map((link, at) => [link, at]));
  const budget: Budget = { left: statesOfRuns };
  let steps = stepsOfRuns;
  const runOf = ({ game, link, stop }: Found): Run | null => {
    const run =
      game && stop ? runTo(game, link, stop, budget) : wayWithout(graph, index, link, given);
    steps -= run?.length ?? 0;
    return steps < 0 ? null : run;
  };
  return found
    .sort((a, b) => places.get(a.link)! - places.get(b.link)!)
    .map((one, at) => ({ ...one.link, run: at < mostRuns && steps > 0 ? runOf(one) : null }));
}

interface Found {
  readonly link: PaperLink;
  /** The game in which it shows; missing where it was not played. */
  readonly game?: PaperGame;
  /** A state in which the step waits and nothing goes on; missing where none was come to. */
  readonly stop?: Known | undefined;
}

class MissingPapers {
  readonly #budget: Budget = { left: statesInAll };

  constructor(readonly net: PaperNet) {}

  find(links: readonly PaperLink[]): Found[] {
    if (this.#stop(this.#game(links)) === null) return [];
    const byOutput = new Map<OutputKey, PaperLink[]>();
    for (const link of links) {
      const own = byOutput.get(link.output);
      if (own) own.push(link);
      else byOutput.set(link.output, [link]);
    }
    const found = [...byOutput.values()].flatMap((own) => this.#findOf(own));
    return [...found, ...this.#findCircles(without(links, found))];
  }

  #game(links: readonly PaperLink[]): PaperGame {
    return new PaperGame(this.net, links);
  }

  /** A state in which a case stops, waiting; `undefined` where the budget did not do. */
  #stop(game: PaperGame): Known | null | undefined {
    return game.search(game.start(), this.#budget, "ONE_ORDER", ({ state }, ways) => {
      if (game.isEnd(state)) return "PASSED";
      return ways.length === 0 ? "FOUND" : "OPEN";
    });
  }

  /** The steps that may come to wait in vain for one output, whatever others wait for. */
  #findOf(links: readonly PaperLink[]): Found[] {
    if (this.#budget.left <= 0) return links.map((link) => ({ link }));
    const game = this.#game(links);
    const stops = new Map<PaperLink, Known>();
    const end = game.search(game.start(), this.#budget, "ONE_ORDER", (known, ways) => {
      if (known.state.made !== 0n || game.isEnd(known.state)) return "PASSED";
      if (ways.length > 0) return "OPEN";
      for (const link of game.waiting(known.state)) {
        if (!stops.has(link)) stops.set(link, known);
      }
      return stops.size === links.length ? "FOUND" : "PASSED";
    });
    return links
      .filter((link) => end === undefined || stops.has(link))
      .map((link) => ({ link, game, stop: stops.get(link) }));
  }

  /** The steps that wait for one another. */
  #findCircles(links: readonly PaperLink[]): Found[] {
    const found: Found[] = [];
    for (let left = [...links]; left.length > 0; left = without(left, found)) {
      const game = this.#game(left);
      const stop = this.#stop(game);
      if (stop === null) break;
      const waiting = stop === undefined ? left : game.waiting(stop.state);
      found.push(...waiting.map((link) => ({ link, game, stop })));
    }
    return found;
  }
}

const without = (links: readonly PaperLink[], found: readonly Found[]): PaperLink[] => {
  const gone = new Set(found.map(({ link }) => link));
  return links.filter((link) => !gone.has(link));
};
