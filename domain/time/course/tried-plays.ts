import type { NodeKey } from "../../sop/graph.js";
import { sameNumbers } from "./same-numbers.js";
import type { ChosenOutcome, Play, Stretch } from "./stretch.js";
import type { FlowArrow, FlowPart } from "./token-flow.js";

/** Moves of tokens in all, and ways that are tried at most. */
const mostMoves = 40_000;
const mostPlays = 400;

/**
 * A part of a drawing in which decisions and branches are interwoven, by trying ways through it at
 * random, always the same ones. `last` is where all tokens meet; `null`: the case ends. `null` where
 * no way came to an end.
 */
export function triedStretch(
  first: FlowPart,
  last: FlowPart | null,
  wanted: number,
): Stretch | null {
  const random = sameNumbers();
  const plays: Tried[] = [];
  let moves = mostMoves;
  for (let count = 0; count < mostPlays && moves > 0; count += 1) {
    const play = tryOnce(first, last, random, moves);
    moves -= play?.moves ?? moves;
    if (play) plays.push(play);
  }
  if (plays.length === 0) return null;
  const once = plays.filter(({ isRound }) => !isRound);
  const different = new Map(
    once.map((play) => [play.outcomes.map(({ edge }) => edge).join(" "), play]),
  );
  const times = (once.length > 0 ? once : plays).map(({ minutes }) => minutes);
  return {
    shortest: Math.min(...times),
    expected: times.reduce((sum, minutes) => sum + minutes, 0) / times.length,
    longest: Math.max(...times),
    plays: [...different.values()].sort((a, b) => b.likelihood - a.likelihood).slice(0, wanted),
    count: Number.POSITIVE_INFINITY,
    isEstimate: true,
  };
}

interface Tried extends Play {
  readonly moves: number;
  /** Whether some outcome was chosen more than twice: it went back more than once. */
  readonly isRound: boolean;
}

function tryOnce(
  first: FlowPart,
  last: FlowPart | null,
  random: () => number,
  mostOfOne: number,
): Tried | null {
  const outcomes: ChosenOutcome[] = [];
  const chosen = new Map<string, number>();
  const waiting = new Map<FlowArrow, number>();
  const open: { readonly part: FlowPart; readonly at: number }[] = [{ part: first, at: 0 }];
  let likelihood = 1;
  let moves = 0;
  let ended = -1;
  let lastStep: NodeKey = first.key;
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    moves += 1;
    if (moves >= mostOfOne) return null;
    const { part } = token;
    const play = pick(part.stretch, random);
    outcomes.push(...play.outcomes);
    likelihood *= play.likelihood;
    const at = token.at + play.minutes;
    if (part === last || part.out.length === 0) {
      ended = Math.max(ended, at);
      lastStep = play.last;
      continue;
    }
    const isChoice = part.does === "STRETCH" && part.out.length > 1;
    const arrow = part.out[Math.floor(random() * part.out.length)]!;
    if (isChoice) likelihood /= part.out.length;
    if (isChoice && arrow.outcome !== null) {
      outcomes.push({ node: part.key, edge: arrow.outcome, backTo: null });
      chosen.set(arrow.outcome, (chosen.get(arrow.outcome) ?? 0) + 1);
    }
    for (const one of isChoice ? [arrow] : part.out) {
      const { to } = one;
      if (to.does !== "MEET") {
        open.push({ part: to, at });
        continue;
      }
      waiting.set(one, at);
      if (!to.into.every((other) => waiting.has(other))) continue;
      const met = Math.max(...to.into.map((other) => waiting.get(other)!));
      for (const other of to.into) waiting.delete(other);
      open.push({ part: to, at: met });
    }
  }
  if (ended < 0 || waiting.size > 0) return null;
  const isRound = [...chosen.values()].some((count) => count > 2);
  return { minutes: ended, last: lastStep, outcomes, likelihood, moves, isRound };
}

function pick({ plays }: Stretch, random: () => number): Play {
  let left = random() * plays.reduce((sum, { likelihood }) => sum + likelihood, 0);
  return plays.find(({ likelihood }) => (left -= likelihood) < 0) ?? plays[0]!;
}
