import type { EdgeKey, NodeKey } from "../../sop/graph.js";

/** What a decision came to, on the way of a case. */
export interface ChosenOutcome {
  readonly node: NodeKey;
  readonly edge: EdgeKey;
  /** The step that it led back to, where it did: what follows is done again. */
  readonly backTo: NodeKey | null;
}

/** One way through, from beginning to end. */
export interface Play {
  /** Minutes that it takes. */
  readonly minutes: number;
  /** How likely it is among those that go back nowhere twice, every outcome that is open being as likely as the others. */
  readonly likelihood: number;
  readonly outcomes: readonly ChosenOutcome[];
  /** The step that it ends with. */
  readonly last: NodeKey;
}

/** A part of a drawing that is come into and left by one token, and how long it takes; in minutes. */
export interface Stretch {
  readonly shortest: number;
  readonly expected: number;
  readonly longest: number;
  /** Ways through it that go back nowhere twice, the most likely first; there may be more. */
  readonly plays: readonly Play[];
  /** How many of these there are; infinitely many where they could not be counted. */
  readonly count: number;
  /** Whether it was tried out, and not counted. */
  readonly isEstimate: boolean;
}

/** A step that takes so many minutes, whatever happens. */
export function oneStep(node: NodeKey, minutes: number): Stretch {
  const play = { minutes, likelihood: 1, outcomes: [], last: node };
  const time = { shortest: minutes, expected: minutes, longest: minutes };
  return { ...time, plays: [play], count: 1, isEstimate: false };
}
