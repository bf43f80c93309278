import {
  compilePlan,
  playRun,
  type CaseState,
  type EdgeKey,
  type Graph,
  type NodeKey,
  type Problem,
  type Run,
  type RunStep,
} from "../../../domain/index.js";
import { visitMarks } from "../../cases/visit-marks.js";
import type { StepMarks } from "../../cases/step-marks.js";

/** What can be played: a problem that a run of a case shows, or a way to the end. */
export type Playable = PlayableProblem | PlayableWay;

export interface PlayableProblem extends Pick<
  Problem,
  "rule" | "nodeKeys" | "edgeKeys" | "params" | "run"
> {
  /** What goes wrong, where it has been said already. */
  readonly message?: string;
}

/** A way of a case on which nothing goes wrong. */
interface PlayableWay extends Pick<Problem, "nodeKeys" | "edgeKeys" | "run"> {
  readonly rule: null;
  /** How it ends. */
  readonly message: string;
}

export const playableWay = (run: Run, message: string): PlayableWay => ({
  rule: null,
  nodeKeys: [],
  edgeKeys: [],
  run,
  message,
});

/** One picture of the form while a run is played. */
export interface PlaybackFrame {
  /** The step that has just been done; `null` at the beginning and at the end. */
  readonly step: RunStep | null;
  /** Whether it is the last: how it ends is told. */
  readonly isLast: boolean;
  /** Whether it is the last, and what goes wrong is shown. */
  readonly isTrouble: boolean;
  /** The outcomes that have been chosen so far. */
  readonly chosen: ReadonlySet<EdgeKey>;
  /** The step to bring into view. */
  readonly look: NodeKey | null;
  readonly marks: StepMarks;
  /** The arrows on which a branch waits before a bar, and how many wait there. */
  readonly waiting: ReadonlyMap<EdgeKey, number>;
  /** Steps that are open more than once. */
  readonly opened: ReadonlyMap<NodeKey, number>;
}

/** A run on the form: the beginning, one frame for each step, and one for what comes of it. */
export interface Playback {
  readonly count: number;
  frame(at: number): PlaybackFrame;
}

export function playbackOf(graph: Graph, problem: Playable): Playback {
  const run = problem.run ?? [];
  const states = playRun(compilePlan(graph), run);
  const made = new Map<number, PlaybackFrame>();
  const count = states.length + 1;
  const make = (at: number): PlaybackFrame => {
    const isLast = at >= states.length;
    const isTrouble = isLast && problem.rule !== null;
    const step = isLast || at === 0 ? null : (run[at - 1] ?? null);
    const state = states[Math.min(at, states.length - 1)];
    const open = state === undefined ? [] : openNodes(state);
    return {
      step,
      isLast,
      isTrouble,
      chosen: new Set(run.slice(0, at).flatMap(({ outcome }) => outcome ?? [])),
      look: isTrouble
        ? troubleAt(graph, problem)
        : (step?.node ?? open[0] ?? run.at(-1)?.node ?? null),
      marks: state === undefined ? new Map() : visitMarks(graph, state),
      waiting: countOf((state?.tokens ?? []).map(({ edge }) => edge)),
      opened: new Map([...countOf(open)].filter(([, times]) => times > 1)),
    };
  };
  return {
    count,
    frame(at) {
      const known = made.get(at) ?? make(at);
      made.set(at, known);
      return known;
    },
  };
}

/** The step or bar at which it shows; of arrows, where the first of them leads. */
const troubleAt = (graph: Graph, { nodeKeys, edgeKeys }: Playable): NodeKey | null =>
  nodeKeys[0] ?? graph.edges.find(({ key }) => key === edgeKeys[0])?.to ?? null;

const openNodes = ({ visits }: CaseState): NodeKey[] =>
  visits.filter(({ status }) => status === "OPEN").map(({ node }) => node);

function countOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
