import { indexGraph } from "../sop/graph-index.js";
import type { Graph } from "../sop/graph.js";
import { approvalRefusal } from "./approval-refusal.js";
import { boundLane } from "./bound-lane.js";
import { connectorTarget } from "./connector-target.js";
import { danglingEdge } from "./dangling-edge.js";
import { edgeCount } from "./edge-count.js";
import { hasEnd } from "./has-end.js";
import { idleLane } from "./idle-lane.js";
import { knownLane } from "./known-lane.js";
import { knownOutput } from "./known-output.js";
import { laneCount } from "./lane-count.js";
import { loopExit } from "./loop-exit.js";
import { namedOutcomes } from "./named-outcomes.js";
import { noDeadStep } from "./no-dead-step.js";
import { oneStart } from "./one-start.js";
import { oneToken } from "./one-token.js";
import { optionToComplete } from "./option-to-complete.js";
import { outputBeforeNeeded } from "./output-before-needed.js";
import { properCompletion } from "./proper-completion.js";
import { reachableFromStart } from "./reachable-from-start.js";
import { reachesEnd } from "./reaches-end.js";
import { refusalNotice } from "./refusal-notice.js";
import { refusalPath } from "./refusal-path.js";
import type { Problem, ProblemLevel, Rule, RuleLevel, RuleLevels } from "./rule.js";
import { soundnessUnknown } from "./soundness-unknown.js";
import { standardTime } from "./standard-time.js";
import { stepSubject } from "./step-subject.js";
import { stepText } from "./step-text.js";
import { stepVerb } from "./step-verb.js";
import { unboundLane } from "./unbound-lane.js";
import { uniqueKeys } from "./unique-keys.js";
import { workInEveryCycle } from "./work-in-every-cycle.js";

/** What is read off the drawing itself, in the order in which a drafter would mend it. */
export const drawingRules: readonly Rule[] = [
  uniqueKeys,
  oneStart,
  hasEnd,
  danglingEdge,
  knownLane,
  laneCount,
  boundLane,
  stepText,
  edgeCount,
  namedOutcomes,
  reachableFromStart,
  reachesEnd,
  workInEveryCycle,
  knownOutput,
  connectorTarget,
  loopExit,
  idleLane,
  unboundLane,
  refusalPath,
  approvalRefusal,
  refusalNotice,
  stepSubject,
  stepVerb,
  standardTime,
];

/** What shows only when cases are played through the drawing: it may take a while. */
export const flowRules: readonly Rule[] = [
  optionToComplete,
  properCompletion,
  oneToken,
  noDeadStep,
  soundnessUnknown,
  outputBeforeNeeded,
];

export const rules: readonly Rule[] = [...drawingRules, ...flowRules];

/** How seriously a rule is taken by an office that has chosen these levels. */
export const levelOf = ({ name, level, isSwitchable }: Rule, levels: RuleLevels): RuleLevel =>
  (isSwitchable === true ? levels[name] : undefined) ?? level;

const problemsBy =
  (checked: readonly Rule[]) =>
  (graph: Graph, levels: RuleLevels = {}): Problem[] => {
    const index = indexGraph(graph);
    return checked.flatMap((rule) => {
      const level = levelOf(rule, levels);
      return level === "OFF" ? [] : rule.check(graph, index).map((one) => ({ ...one, level }));
    });
  };

/** What can be read off the drawing itself, in a moment. */
export const findDrawingProblems = problemsBy(drawingRules);

/** What shows only when cases are played through the drawing. */
export const findFlowProblems = problemsBy(flowRules);

/** All that the drawing breaks; the errors among it keep the SOP from being enacted. */
export const findProblems = problemsBy(rules);

export const isError = ({ level }: { readonly level: ProblemLevel }): boolean => level === "ERROR";
