import { rememberedSoundness } from "../rules/soundness-findings.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Graph, NodeKey } from "../sop/graph.js";
import type { ChosenOutcome } from "./course/stretch.js";
import { stretchOfFlow } from "./course/stretch-of-flow.js";
import { TokenFlow } from "./course/token-flow.js";
import { officeMinutes } from "./office-minutes.js";

/** One way that a case can go from the start to an end, by the outcomes of its decisions. */
export interface OutcomePath {
  /** In the order in which they are come to; of branches side by side one after the other. */
  readonly outcomes: readonly ChosenOutcome[];
  /** The end that it comes to. */
  readonly end: NodeKey;
  /** Working minutes. */
  readonly minutes: number;
  /** Where every outcome of a decision that is still open is as likely as the others; from 0 to 1. */
  readonly likelihood: number;
}

/** How long an SOP takes the office by its standard times, in working minutes, `mostMinutes` at most. */
export interface StandardTimes {
  /** The least that a case can take. */
  readonly shortest: number;
  /**
   * The mean of the cases that go back nowhere twice, where at each coming to a decision every outcome
   * is as likely as the others, but for ways back that were taken already. Between the other two.
   */
  readonly expected: number;
  /** The longest way straight on, and every way back that it comes into once. */
  readonly longest: number;
  /** The steps of the office that state no time, and count as taking none. */
  readonly untimed: readonly NodeKey[];
  /** Whether it was tried out at random in a part that could not be counted, or has too many ways. */
  readonly isEstimate: boolean;
  /** The most likely ways among those that go back nowhere twice, the likeliest first. */
  readonly paths: readonly OutcomePath[];
  /** The others that go back nowhere twice; `count` is `null` where there are too many to be counted. */
  readonly others: { readonly count: number | null; readonly likelihood: number };
}

/** The times; or why there are none. A drawing that is not sound has no ways from start to end. */
export type SopTimes = StandardTimes | "NOT_SOUND" | "NO_TIMES";

/** More than any office works: what is beyond it is said to be this much. */
const mostMinutes = 1_000_000_000;

/** Ways that are named one by one. */
const mostPaths = 12;

/**
 * How long an SOP takes at the least, on average and at the most, and by each of its ways. Branches
 * side by side take as long as the longest of them; the requester's own steps take the office no
 * time.
 */
export function sopTimes(graph: Graph, minutesPerWorkingDay: number): SopTimes {
  const { minutes, untimed } = officeMinutes(graph, minutesPerWorkingDay);
  if (minutes.size === 0) return "NO_TIMES";
  if (rememberedSoundness(graph).verdict !== "SOUND") return "NOT_SOUND";
  const flow = new TokenFlow(graph, indexGraph(graph), (node) => minutes.get(node) ?? 0);
  const stretch = stretchOfFlow(flow, mostPaths);
  if (stretch === null) return "NOT_SOUND";
  const paths = stretch.plays.map((play): OutcomePath => ({
    outcomes: play.outcomes,
    end: play.last,
    minutes: toMinutes(play.minutes),
    likelihood: play.likelihood,
  }));
  const told = paths.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const count = Number.isFinite(stretch.count) ? stretch.count - paths.length : null;
  return {
    shortest: toMinutes(stretch.shortest),
    expected: toMinutes(stretch.expected),
    longest: toMinutes(stretch.longest),
    untimed,
    isEstimate: stretch.isEstimate,
    paths,
    // What is left by rounding alone is nothing.
    others: { count, likelihood: count === 0 || told > 1 - 1e-9 ? 0 : 1 - told },
  };
}

/** What thirds and the like lose on the way, so that half a minute is one. */
const rounding = 1e-6;

const toMinutes = (minutes: number): number =>
  Math.min(Math.round(minutes + rounding), mostMinutes);
