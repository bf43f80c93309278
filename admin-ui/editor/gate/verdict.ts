import { isError, type Graph, type Problem } from "../../../domain/index.js";
import type { CallCheck } from "./connector-calls.js";
import type { FlowCheck } from "./flow-checker.js";

/**
 * What is said of a drawing as a whole. `sound`: proven, and nothing stands against enacting it.
 * `stuck`: a case can get stuck. `astray`: it can end with work left, or do a step twice at once.
 * `miscalling`: its own steps come to an end, and other SOPs keep its connectors from running.
 * `flawed`: cases come to an end, and yet may lack what a step needs. `unfinished`: errors of the
 * drawing come first. `unknown`: it cannot be told here. `unheard`: all that can be told here is well,
 * and the server has not said what it knows of the connectors.
 */
export type Verdict =
  | "checking"
  | "sound"
  | "stuck"
  | "astray"
  | "miscalling"
  | "flawed"
  | "unfinished"
  | "unknown"
  | "unheard";

/** The verdict on a drawing with these problems: its own (`drawn`), of its flow, and of what it runs. */
export function verdictOf(
  drawn: readonly Problem[],
  { state, answer }: FlowCheck,
  calls: CallCheck,
): Verdict {
  if (state === "checking") return "checking";
  if (answer?.verdict === "UNSOUND") {
    return answer.problems.some(({ rule }) => rule === "option-to-complete") ? "stuck" : "astray";
  }
  if (drawn.some(isError) || answer?.reason === "NOT_WELL_FORMED") return "unfinished";
  if (answer === null || answer.verdict === "INCONCLUSIVE") return "unknown";
  if (calls.problems.length > 0) return "miscalling";
  if (answer.problems.some(isError)) return "flawed";
  if (calls.state === "told") return "sound";
  return calls.state === "checking" ? "checking" : "unheard";
}

/**
 * All problems, those of the drawing first; of an older drawing only what still has its place. A
 * loop that a run shows to have no way out is not told a second time, as if that were only advice.
 */
export function problemsOf(
  graph: Graph,
  drawnAlone: readonly Problem[],
  { state, answer }: FlowCheck,
): readonly Problem[] {
  const ofFlow = answer?.problems ?? [];
  if (ofFlow.length === 0) return drawnAlone;
  const shown = new Set(
    ofFlow.flatMap(({ rule, nodeKeys }) => (rule === "option-to-complete" ? nodeKeys : [])),
  );
  const drawn = drawnAlone.filter(
    ({ rule, nodeKeys }) => rule !== "loop-exit" || !nodeKeys.every((key) => shown.has(key)),
  );
  if (state === "told") return [...drawn, ...ofFlow];
  const keys = new Set([...graph.nodes, ...graph.edges, ...graph.lanes].map(({ key }) => key));
  const isThere = ({ nodeKeys, edgeKeys, laneKeys, run }: Problem): boolean =>
    [...nodeKeys, ...edgeKeys, ...laneKeys].every((key) => keys.has(key)) &&
    (run ?? []).every(
      ({ node, outcome }) => keys.has(node) && (outcome === null || keys.has(outcome)),
    );
  return [...drawn, ...ofFlow.filter(isThere)];
}
