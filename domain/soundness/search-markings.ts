import { isEnd, type Marking, NetGame, troubleOf } from "./net-game.js";
import { flatten, joinRopes, type Rope } from "./rope.js";
import type { Run } from "./soundness.js";
import type { TokenNet } from "./token-net.js";

/** A marking, and the shortest run to it. */
export interface Reached {
  readonly marking: Marking;
  readonly run: Run;
}

/** What can be wrong, each with a shortest run to it. */
export interface Troubles {
  /** Two tokens at one place. */
  readonly crowded: Reached | null;
  /** An end was reached, and not all tokens came to it as one. */
  readonly leftOver: Reached | null;
  /** Nothing can be done any more. */
  readonly deadlock: Reached | null;
  /** Something can always be done, and it never leads to an end or to trouble. */
  readonly livelock: Reached | null;
}

export const firstTrouble = ({ crowded, leftOver, deadlock, livelock }: Troubles): Reached | null =>
  crowded ?? leftOver ?? deadlock ?? livelock;

/** What a search has seen of a net. */
export interface MarkingSearch extends Troubles {
  /** Whether there is no marking left that was not looked at. */
  readonly isWhole: boolean;
  /** Per transition, whether it was ever made. */
  readonly isAlive: readonly boolean[];
}

interface Known {
  readonly name: string;
  readonly marking: Marking;
  readonly cost: number;
  readonly from: Known | null;
  /** What is done from there to here. */
  readonly by: Rope;
  /** Those that lead to it. */
  readonly before: Known[];
  isLookedAt: boolean;
}

/**
 * Goes through the markings of a net as the engine does, which makes what is silent at once, those
 * first to which fewer steps lead; what lies behind trouble is not looked at. After markings with
 * `limit` tokens together, counted as often as they are come to, it gives up, and at the first
 * trouble where no more is wanted.
 */
export function searchMarkings(
  net: TokenNet<Rope>,
  limit: number,
  wanted: "FIRST" | "EACH" = "EACH",
): MarkingSearch {
  const game = new NetGame(net);
  const nameOf = namer(net);
  const byName = new Map<string, Known>();
  const waiting: Known[][] = [];
  let tokens = 0;
  const meet = (marking: Marking, cost: number, from: Known | null, by: Rope) => {
    tokens += marking.length;
    const name = nameOf(marking);
    const before = byName.get(name);
    if (from && before) before.before.push(from);
    if (before && (before.isLookedAt || before.cost <= cost)) return;
    // A shorter way to it replaces the longer one, which is passed over when its turn comes.
    const known = {
      name,
      marking,
      cost,
      from,
      by,
      before: before?.before ?? [],
      isLookedAt: false,
    };
    if (from && !before) known.before.push(from);
    byName.set(name, known);
    (waiting[cost] ??= []).push(known);
  };
  meet(game.settle([], net.start), net.startRun.length, null, net.startRun);

  const isAlive = net.transitions.map(() => false);
  const trouble = new Map<"crowded" | "leftOver" | "deadlock", Known>();
  let isWhole = true;
  search: for (let cost = 0; cost < waiting.length; cost += 1) {
    for (const known of waiting[cost] ?? []) {
      if (byName.get(known.name) !== known || known.isLookedAt) continue;
      isWhole = tokens < limit && (wanted === "EACH" || trouble.size === 0);
      if (!isWhole) break search;
      known.isLookedAt = true;
      const kind = troubleOf(known.marking);
      if (kind && !trouble.has(kind)) trouble.set(kind, known);
      if (kind || isEnd(known.marking)) continue;
      const ways = game.ways(known.marking);
      if (ways.length === 0 && !trouble.has("deadlock")) trouble.set("deadlock", known);
      for (const at of ways) {
        isWhole = tokens < limit;
        if (!isWhole) break search;
        isAlive[at] = true;
        const made = net.transitions[at]!;
        meet(game.make(known.marking, made), cost + made.run.length, known, made.run);
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

/** A letter a place is the shortest name, while there are letters enough. */
const namer = ({ places }: TokenNet<Rope>): ((marking: Marking) => string) =>
  places.length < 0xd800
    ? (marking) => String.fromCharCode(...marking)
    : (marking) => marking.join();

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
  for (let at: Known | null = known; at; at = at.from) run = joinRopes(at.by, run);
  return flatten(run);
}
