import { flatten, joinRopes, type Rope } from "./rope.js";
import type { Run } from "./soundness.js";
import { donePlace, type NetTransition, type TokenNet } from "./token-net.js";

/** Where the tokens are, in order; a place with two of them is named twice. */
export type Marking = readonly number[];

/** A marking, and the shortest run to it. */
export interface Reached {
  readonly marking: Marking;
  readonly run: Run;
}

/** What a search has seen of a net; the shortest run to each kind of trouble. */
export interface MarkingSearch {
  /** Whether there is no marking left that was not looked at. */
  readonly isWhole: boolean;
  /** Two tokens at one place. */
  readonly crowded: Reached | null;
  /** An end was reached, and not all tokens came to it as one. */
  readonly leftOver: Reached | null;
  /** Nothing can be done any more. */
  readonly deadlock: Reached | null;
  /** Something can always be done, and it never leads to an end or to trouble. */
  readonly livelock: Reached | null;
  /** Per transition, whether it was ever made. */
  readonly isAlive: readonly boolean[];
}

interface Known {
  readonly marking: Marking;
  readonly cost: number;
  readonly from: Known | null;
  readonly by: NetTransition<Rope> | null;
  /** Those that lead to it. */
  readonly before: Known[];
  isLookedAt: boolean;
}

/**
 * Goes through the markings of a net as the engine does, which makes what is silent at once, those
 * first to which fewer steps lead; what lies behind trouble is not looked at. After `limit` markings
 * it gives up, and at the first trouble where no more is wanted.
 */
export function searchMarkings(
  net: TokenNet<Rope>,
  limit: number,
  wanted: "FIRST" | "EACH" = "EACH",
): MarkingSearch {
  const game = new NetGame(net);
  const byName = new Map<string, Known>();
  const waiting: Known[][] = [];
  const meet = (
    marking: Marking,
    cost: number,
    from: Known | null,
    by: NetTransition<Rope> | null,
  ) => {
    const name = marking.join();
    const before = byName.get(name);
    if (from && before) before.before.push(from);
    if (before && (before.isLookedAt || before.cost <= cost)) return;
    // A shorter way to it replaces the longer one, which is passed over when its turn comes.
    const known = { marking, cost, from, by, before: before?.before ?? [], isLookedAt: false };
    if (from && !before) known.before.push(from);
    byName.set(name, known);
    (waiting[cost] ??= []).push(known);
  };
  meet(game.settle([], net.start), 0, null, null);

  const isAlive = net.transitions.map(() => false);
  const trouble = new Map<"crowded" | "leftOver" | "deadlock", Known>();
  let looked = 0;
  let isWhole = true;
  search: for (let cost = 0; cost < waiting.length; cost += 1) {
    for (const known of waiting[cost] ?? []) {
      if (byName.get(known.marking.join()) !== known || known.isLookedAt) continue;
      isWhole = looked < limit && (wanted === "EACH" || trouble.size === 0);
      if (!isWhole) break search;
      known.isLookedAt = true;
      looked += 1;
      const kind = troubleOf(known.marking);
      if (kind && !trouble.has(kind)) trouble.set(kind, known);
      if (kind || isEnd(known.marking)) continue;
      const ways = game.ways(known.marking);
      if (ways.length === 0 && !trouble.has("deadlock")) trouble.set("deadlock", known);
      for (const at of ways) {
        isAlive[at] = true;
        const by = net.transitions[at]!;
        meet(game.make(known.marking, by), cost + by.run.length, known, by);
      }
    }
  }
  game.silentMade.forEach((at) => (isAlive[at] = true));
  const all = [...byName.values()];
  const reached = (known: Known | undefined): Reached | null =>
    known ? { marking: known.marking, run: runTo(known) } : null;
  return {
    isWhole,
    crowded: reached(trouble.get("crowded")),
    leftOver: reached(trouble.get("leftOver")),
    deadlock: reached(trouble.get("deadlock")),
    livelock: isWhole ? reached(firstHopeless(all, game)) : null,
    isAlive,
  };
}

const isEnd = (marking: Marking): boolean => marking.length === 1 && marking[0] === donePlace;

function troubleOf(marking: Marking): "crowded" | "leftOver" | null {
  if (marking[0] === donePlace && marking.length > 1) return "leftOver";
  return marking.some((place, at) => place === marking[at - 1]) ? "crowded" : null;
}

/** The first marking from which neither an end, nor trouble, nor a deadlock can be come to. */
function firstHopeless(all: readonly Known[], game: NetGame): Known | undefined {
  const open = all.filter(
    ({ marking }) =>
      isEnd(marking) || troubleOf(marking) !== null || game.ways(marking).length === 0,
  );
  const leads = new Set(open);
  for (let known = open.pop(); known; known = open.pop()) {
    for (const one of known.before) {
      if (leads.has(one)) continue;
      leads.add(one);
      open.push(one);
    }
  }
  return all.filter((known) => !leads.has(known)).sort((a, b) => a.cost - b.cost)[0];
}

function runTo(known: Known): Run {
  let run: Rope = [];
  for (let at: Known | null = known; at?.by; at = at.from) run = joinRopes(at.by.run, run);
  return flatten(run);
}

/** The moves of a net, with what is silent made as soon as it can be. */
export class NetGame {
  /** Per place, the silent transition that takes from it, by its number. */
  readonly #silent = new Map<number, number>();
  readonly #work = new Map<number, number[]>();
  readonly #count: Uint8Array;
  readonly silentMade = new Set<number>();

  constructor(readonly net: TokenNet<Rope>) {
    this.#count = new Uint8Array(net.places.length);
    for (const [at, { takes, isSilent }] of net.transitions.entries()) {
      if (isSilent) for (const place of takes) this.#silent.set(place, at);
      else {
        const [place = donePlace] = takes;
        const others = this.#work.get(place);
        if (others) others.push(at);
        else this.#work.set(place, [at]);
      }
    }
  }

  /** What can be done, as numbers of transitions. */
  ways(marking: Marking): number[] {
    return marking.flatMap((place, no) =>
      place === marking[no - 1]
        ? []
        : (this.#work.get(place) ?? []).filter((at) => {
            const { takes } = this.net.transitions[at]!;
            return takes.length === 1 || takes.every((one) => marking.includes(one));
          }),
    );
  }

  make(marking: Marking, { takes, gives }: NetTransition<Rope>): Marking {
    const left = [...marking];
    for (const place of takes) left.splice(left.indexOf(place), 1);
    return this.settle(left, gives);
  }

  /** The marking once these tokens have come to those that rest already. */
  settle(resting: Marking, coming: readonly number[]): Marking {
    const count = this.#count;
    const touched = [...resting];
    for (const place of resting) count[place]! += 1;
    const arriving = [...coming];
    for (let place = arriving.pop(); place !== undefined; place = arriving.pop()) {
      if (count[place]! < 250) count[place]! += 1;
      touched.push(place);
      const at = this.#silent.get(place);
      const silent = at === undefined ? undefined : this.net.transitions[at];
      if (!silent?.takes.every((one) => count[one]! > 0)) continue;
      for (const one of silent.takes) count[one]! -= 1;
      arriving.push(...silent.gives);
      this.silentMade.add(at!);
    }
    const marking: number[] = [];
    for (const place of touched) {
      for (let left = Math.min(count[place]!, 2); left > 0; left -= 1) marking.push(place);
      count[place] = 0;
    }
    return marking.sort((a, b) => a - b);
  }
}
