import { checkSoundness } from "../../domain/soundness/check-soundness.js";
import type { Soundness } from "../../domain/soundness/soundness.js";
import type { Graph } from "../../domain/sop/graph.js";
import { compareCheck } from "./compare-check.js";
import { compareGraph, type Compared, type Limits } from "./compare-graph.js";
import { largeGraph } from "./large-graph.js";
import { randomGraph } from "./random-graph.js";
import { shrinkGraph } from "./shrink-graph.js";

export interface OracleRun {
  readonly graphs: number;
  /** Graph i is that of seed + i. */
  readonly seed: number;
  /** Graphs of 500 nodes, which are too large for the oracle: what is said of them is only played. */
  readonly large: number;
}

/** A graph of which not all agree. */
export interface Offender {
  readonly seed: number;
  readonly isLarge: boolean;
  readonly complaints: readonly string[];
  /** As small as it could be made, where it was not large. */
  readonly graph: Graph;
}

export interface OracleResult {
  graphs: number;
  sound: number;
  unsound: number;
  /** What the check said nothing of. */
  inconclusive: number;
  /** Those of more markings than the oracle goes through, on which only the engine was asked. */
  skipped: number;
  /** Graphs of which check and oracle do not say the same. */
  disagreements: number;
  /** Cases that were run through the engine. */
  executed: number;
  /** Graphs with which the engine did not do as the check says. */
  faults: number;
  /** Of the check's time for a graph of 500 nodes, in milliseconds; `null` where there was none. */
  p99: number | null;
}

/** The most offenders that are told. */
const mostTold = 10;
const countOf = { SOUND: "sound", UNSOUND: "unsound", INCONCLUSIVE: "inconclusive" } as const;

/** Holds the check against the oracle and the engine on random graphs. */
export function runOracle(
  { graphs, seed, large }: OracleRun,
  tell: (found: Offender) => void,
): OracleResult {
  const result: OracleResult = {
    graphs,
    sound: 0,
    unsound: 0,
    inconclusive: 0,
    skipped: 0,
    disagreements: 0,
    executed: 0,
    faults: 0,
    p99: null,
  };
  let told = 0;
  const add = (compared: Compared, offender: () => Omit<Offender, "complaints">): void => {
    const { disagreements, faults, executed } = compared;
    result.executed += executed;
    if (disagreements.length > 0) result.disagreements += 1;
    if (faults.length > 0) result.faults += 1;
    const complaints = [...disagreements, ...faults];
    if (complaints.length === 0 || told >= mostTold) return;
    told += 1;
    tell({ ...offender(), complaints });
  };

  for (let at = seed; at < seed + graphs; at += 1) {
    const graph = randomGraph(at);
    const compared = compareCheck(graph, at);
    result[countOf[compared.verdict]] += 1;
    if (compared.isSkipped) result.skipped += 1;
    const isBad = (smaller: Graph): boolean => {
      const { disagreements, faults } = compareCheck(smaller, at);
      return disagreements.length + faults.length > 0;
    };
    add(compared, () => ({ seed: at, isLarge: false, graph: shrinkGraph(graph, isBad) }));
  }
  const timed = Array.from({ length: large }, (_, no) => timeCheck(seed + no));
  for (const { at, graph, check } of timed) {
    const compared = compareGraph(graph, check, at, limitsOfLarge);
    add(compared, () => ({ seed: at, isLarge: true, graph }));
  }
  const times = timed.map(({ ms }) => ms).toSorted((a, b) => a - b);
  result.p99 = times[Math.ceil(times.length * 0.99) - 1] ?? null;
  return result;
}

/** The oracle does not get far on a large graph; what is said of it is played. */
const limitsOfLarge: Limits = { mostMarkings: 500, allShownWithin: 0, plays: 1 };

function timeCheck(at: number) {
  const graph = largeGraph(at);
  const from = performance.now();
  const soundness = soundnessOf(graph);
  const ms = performance.now() - from;
  // Whoever asks once more is told the same, and what it throws is thrown there.
  return { at, graph, ms, check: () => soundness ?? checkSoundness(graph) };
}

function soundnessOf(graph: Graph): Soundness | null {
  try {
    return checkSoundness(graph);
  } catch {
    return null;
  }
}
