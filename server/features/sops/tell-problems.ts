import {
  type EdgeKey,
  type Graph,
  kindOf,
  type LaneKey,
  type NodeKey,
  type ProblemLevel,
  type RuleName,
  type Run,
  type RunStep as DomainRunStep,
} from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import { cutText } from "./cut-text.js";
import { drawingNames } from "./drawing-names.js";
import { soundnessSentence, isSoundnessRule } from "./soundness-sentences.js";
import { problemMessage } from "./problem-messages.js";
import type { Problem, RunStep } from "./problem-type.js";

/** A problem before its text is written. */
export interface FoundProblem {
  readonly rule: RuleName;
  readonly level: ProblemLevel;
  readonly nodeKeys: readonly NodeKey[];
  readonly edgeKeys: readonly EdgeKey[];
  readonly laneKeys: readonly LaneKey[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly run: Run | null;
  /** The SOPs that it is about, where it is about others than the drawing's own. */
  readonly sopTitles?: readonly string[];
}

/** Lists of SOPs; each title in them is cut where the list is made. */
const lists = new Set(["cycle", "sop"]);

const cut = (params: FoundProblem["params"]): FoundProblem["params"] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" || lists.has(name) ? value : cutText(value),
    ]),
  );

/**
 * Problems of a drawing with their texts, in which symbols are named as they are printed. The steps of
 * a run are told when they are asked for: there may be hundreds, and most lists only name the rules.
 */
export function tellProblems(
  graph: Graph,
  found: readonly FoundProblem[],
  locale: Locale,
): Problem[] {
  if (found.length === 0) return [];
  const names = drawingNames(graph, locale);
  const bars = new Set(
    graph.nodes.filter((node) => kindOf(node).parts.max === 0).map(({ key }) => key),
  );
  const messageOf = (problem: FoundProblem): string => {
    const { rule, nodeKeys, edgeKeys, params } = problem;
    if (isSoundnessRule(rule)) {
      return soundnessSentence(locale, { ...problem, rule }, names, (key) => bars.has(key));
    }
    return problemMessage(locale, rule, {
      ...cut(params),
      nodes: names.nodes(nodeKeys),
      edges: names.edges(edgeKeys),
    });
  };
  const told = new Map<string, RunStep>();
  /** Runs of one drawing share most of their steps. */
  const tell = (step: DomainRunStep): RunStep => {
    const key = JSON.stringify([step.node, step.outcome]);
    const known = told.get(key);
    if (known) return known;
    const one = { nodeId: step.node, outcomeId: step.outcome, label: names.step(step) };
    told.set(key, one);
    return one;
  };
  return found.map((problem) => ({
    rule: problem.rule,
    level: problem.level,
    message: messageOf(problem),
    nodeIds: problem.nodeKeys,
    edgeIds: problem.edgeKeys,
    laneIds: problem.laneKeys,
    sopTitles: problem.sopTitles ?? [],
    get trace() {
      return problem.run?.map(({ node }) => node) ?? null;
    },
    get run() {
      return problem.run?.map(tell) ?? null;
    },
  }));
}
