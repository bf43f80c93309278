import { donePlace } from "../soundness/token-net.js";
import type { Marking } from "../soundness/net-game.js";
import type { Run } from "../soundness/soundness.js";
import type { NodeKey, OutputKey } from "../sop/graph.js";
import type { PaperLink } from "./paper-links.js";
import type { PaperNet } from "./paper-net.js";

/** Where the tokens of a case are, and which of the outputs that are looked at it has. */
export interface PaperState {
  readonly marking: Marking;
  /** One bit per output of the game. */
  readonly made: bigint;
}

/** A state, and how a case came to it. */
export interface Known {
  readonly state: PaperState;
  readonly from: Known | null;
  readonly by: number;
}

/** How many states may still be looked at; one with very many tokens counts as several. */
export interface Budget {
  left: number;
}

/**
 * The token game in which steps wait for the outputs that they are linked to, as far as these links
 * are among those that are played with. The net is one of a sound drawing.
 */
export class PaperGame {
  readonly #bits: ReadonlyMap<OutputKey, bigint>;
  readonly #needs: ReadonlyMap<NodeKey, bigint>;
  /** By the number of a list of the net's. */
  readonly #makes: ReadonlyMap<number, bigint>;

  constructor(
    readonly net: PaperNet,
    readonly links: readonly PaperLink[],
  ) {
    const outputs = [...new Set(links.map(({ output }) => output))];
    this.#bits = new Map(outputs.map((output, at) => [output, 1n << BigInt(at)]));
    const needs = new Map<NodeKey, bigint>();
    for (const { node, output } of links) {
      needs.set(node, (needs.get(node) ?? 0n) | this.bitOf(output));
    }
    this.#needs = needs;
    const makes = new Map<number, bigint>();
    for (const output of outputs) {
      for (const list of net.listsWith(output)) {
        makes.set(list, (makes.get(list) ?? 0n) | this.bitOf(output));
      }
    }
    this.#makes = makes;
  }

  start(): Known {
    return { state: { marking: this.net.start(), made: 0n }, from: null, by: -1 };
  }

  bitOf(output: OutputKey): bigint {
    return this.#bits.get(output) ?? 0n;
  }

  isOpen({ marking }: PaperState, node: NodeKey): boolean {
    return marking.some((place) => this.net.nodeAt(place) === node);
  }

  isEnd({ marking }: PaperState): boolean {
    return marking[0] === donePlace;
  }

  /** What can be done at one place. */
  #waysAt(place: number, made: bigint): readonly number[] {
    const needs = this.#needs.get(this.net.nodeAt(place) ?? "") ?? 0n;
    return (needs & ~made) === 0n ? this.net.workAt(place) : [];
  }

  /** What can be done: transitions of the net, by number. */
  ways({ marking, made }: PaperState): number[] {
    return marking.flatMap((place) => this.#waysAt(place, made));
  }

  /**
   * What can be done at one place of those where something can. No other step takes that away or
   * changes what comes of it, so whoever looks for where cases stop need not try orders: every such
   * state is come to by doing first what is here.
   */
  #waysOfOne({ marking, made }: PaperState): readonly number[] {
    for (const place of marking) {
      const ways = this.#waysAt(place, made);
      if (ways.length > 0) return ways;
    }
    return [];
  }

  /** The links that keep open steps from being done. */
  waiting(state: PaperState): PaperLink[] {
    const open = new Set(state.marking.map((place) => this.net.nodeAt(place)));
    return this.links.filter(
      ({ node, output }) => open.has(node) && (state.made & this.bitOf(output)) === 0n,
    );
  }

  runTo(known: Known): Run {
    const parts: Run[] = [];
    for (let at: Known | null = known; at?.from; at = at.from) {
      parts.push(this.net.runOf(at.by));
    }
    return parts.reverse().flat();
  }

  /**
   * Goes through the states from one on, those first to which fewer choices lead, until one is FOUND;
   * behind one that is PASSED it does not look. In EVERY_ORDER of what can be done these are those
   * to which fewer steps lead. `undefined` where the budget did not do.
   */
  search(
    from: Known,
    budget: Budget,
    how: "EVERY_ORDER" | "ONE_ORDER",
    judge: (known: Known, ways: readonly number[]) => "FOUND" | "PASSED" | "OPEN",
  ): Known | null | undefined {
    const seen = new Set<string>();
    const queue = [from];
    for (let known of queue) {
      for (;;) {
        if (budget.left <= 0) return undefined;
        const { state } = known;
        budget.left -= 1 + (state.marking.length >> 7);
        const ways = how === "ONE_ORDER" ? this.#waysOfOne(state) : this.ways(state);
        const judged = judge(known, ways);
        if (judged === "FOUND") return known;
        if (judged === "PASSED") break;
        if (how === "ONE_ORDER" && ways.length === 1) {
          // Whatever goes round chooses somewhere, so that this comes to an end.
          known = this.#after(known, ways[0]!);
          continue;
        }
        for (const by of ways) {
          const next = this.#after(known, by);
          const name = nameOf(next.state);
          if (!seen.has(name)) queue.push(next);
          seen.add(name);
        }
        break;
      }
    }
    return null;
  }

  #after(from: Known, by: number): Known {
    const { marking, made } = from.state;
    const makes = this.#makes.get(this.net.listOf(by)) ?? 0n;
    return { state: { marking: this.net.make(marking, by), made: made | makes }, from, by };
  }
}

const nameOf = ({ marking, made }: PaperState): string => `${marking.join()} ${made}`;
