import type { EdgeKey, Graph, NodeKey } from "../../domain/sop/graph.js";
import { type Marking, MarkingGame } from "./marking-game.js";

/**
 * leftOver: an end was reached, and others go on, wait, or came to an end as well. twoTokens: two open
 * visits of a node, or two tokens on an arrow. deadlock: tokens wait before joins, and nothing is
 * open. round: something is always open, and neither an end nor another trouble can be come to. What
 * is in several kinds of trouble at once is told by the first of them.
 */
export type Trouble = "deadlock" | "round" | "leftOver" | "twoTokens";

/** What the oracle tells of a graph. */
export interface Told {
  /** Whether all markings were looked at, and not only as many as were allowed. */
  readonly isWhole: boolean;
  readonly markings: number;
  /** The fewest steps after which each trouble is there; `null` where it was not seen. */
  readonly fewest: Readonly<Record<Trouble, number | null>>;
  /** The nodes that no token comes to or, of joins, goes through. */
  readonly deadNodes: readonly NodeKey[];
  /** Those of them at which something would have to be done. */
  readonly deadSteps: readonly NodeKey[];
  /** The outcomes that no case takes, of decisions that some case comes to. */
  readonly deadOutcomes: readonly EdgeKey[];
}

interface Seen {
  readonly marking: Marking;
  readonly steps: number;
  /** The markings that lead here. */
  readonly before: Seen[];
  /** Whether an end or a trouble can be come to from here, as far as is known. */
  leadsOut: boolean;
}

/**
 * Goes through every marking that a case can come to, those first to which fewer steps lead, and not
 * on from where there is trouble. For well-formed graphs.
 */
export function tellSoundness(graph: Graph, mostMarkings: number): Told {
  const game = new MarkingGame(graph);
  const fewest: Record<Trouble, number | null> = {
    deadlock: null,
    round: null,
    leftOver: null,
    twoTokens: null,
  };
  const taken = new Set<number>();
  const seen = new Map<string, Seen>();
  const queue: Seen[] = [];

  const meet = (marking: Marking, steps: number, from: Seen | null): void => {
    const trouble = troubleAt(game, marking);
    if (trouble !== null) fewest[trouble] ??= steps;
    if (trouble !== null || marking.ended > 0) {
      if (from) from.leadsOut = true;
      return;
    }
    const name = String.fromCharCode(...marking.tokens);
    const known = seen.get(name);
    if (known) {
      if (from) known.before.push(from);
      return;
    }
    const fresh = { marking, steps, before: from ? [from] : [], leadsOut: false };
    seen.set(name, fresh);
    queue.push(fresh);
  };

  meet(game.start(), 0, null);
  let looked = 0;
  while (looked < queue.length && looked < mostMarkings) {
    const at = queue[looked]!;
    looked += 1;
    for (const way of game.ways(at.marking)) {
      if (way.arrow !== null) taken.add(way.arrow);
      meet(game.go(at.marking, way), at.steps + 1, at);
    }
  }
  const isWhole = looked === queue.length;
  if (isWhole) fewest.round = fewestToRound(queue);
  const nodes = graph.nodes.map((_, node) => node);
  const dead = nodes.filter((node) => !game.come.has(node));
  return {
    isWhole,
    markings: queue.length,
    fewest,
    deadNodes: dead.map(game.nodeKey),
    deadSteps: dead.filter((node) => game.holds(node)).map(game.nodeKey),
    deadOutcomes: nodes
      .filter((node) => game.come.has(node))
      .flatMap((node) => game.waysOf(node))
      .flatMap(({ arrow }) => (arrow === null || taken.has(arrow) ? [] : [game.edgeKey(arrow)])),
  };
}

function troubleAt(game: MarkingGame, { tokens, ended }: Marking): Trouble | null {
  if (ended > 1 || (ended > 0 && tokens.length > 0)) return "leftOver";
  if (tokens.some((place, at) => place === tokens[at - 1])) return "twoTokens";
  const isOpen = tokens.some((place) => place < game.graph.nodes.length);
  return ended === 0 && !isOpen ? "deadlock" : null;
}

/** The steps to the first of these markings from which nothing leads out of them. */
function fewestToRound(all: readonly Seen[]): number | null {
  const out = all.filter(({ leadsOut }) => leadsOut);
  for (let at = out.pop(); at; at = out.pop()) {
    for (const before of at.before) {
      if (before.leadsOut) continue;
      before.leadsOut = true;
      out.push(before);
    }
  }
  return all.find(({ leadsOut }) => !leadsOut)?.steps ?? null;
}

/** Whether nothing at all is wrong, as far as was looked. */
export const isFaultless = ({ fewest, deadSteps, deadOutcomes }: Told): boolean =>
  Object.values(fewest).every((steps) => steps === null) &&
  deadSteps.length + deadOutcomes.length === 0;
