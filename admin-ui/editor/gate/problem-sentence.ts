import type { TFunction } from "i18next";
import {
  indexGraph,
  kindOf,
  type Graph,
  type Problem,
  type RuleName,
  type RunStep,
} from "../../../domain/index.js";
import { problemParams } from "../panels/problem-text.js";
import { stepNames, type StepNames } from "./step-names.js";

type Told = Pick<Problem, "rule" | "nodeKeys" | "edgeKeys" | "params" | "run">;

/** Of a rule that is broken in several ways, which of its texts says this one. */
const variants: Partial<Record<RuleName, (problem: Told) => string | undefined>> = {
  "option-to-complete": ({ params }) => String(params["how"] ?? "join"),
  "proper-completion": ({ nodeKeys }) => (nodeKeys.length === 0 ? "twice" : undefined),
  "one-token": ({ edgeKeys }) => (edgeKeys.length > 0 ? "join" : undefined),
  "no-dead-step": ({ nodeKeys }) => (nodeKeys.length === 0 ? "outcome" : undefined),
  "connector-known": ({ params }) => (params["count"] === 0 ? undefined : "retired"),
  "connector-cycle": (problem) => runsItself(problem),
  "connector-chain": (problem) => runsItself(problem),
};

/** A circle is named with its beginning at both ends. */
const runsItself = ({ params }: Told) => (params["count"] === 2 ? "self" : undefined);

/** Says the problems of one drawing, each in one sentence. */
export function problemTeller(
  graph: Graph,
  t: TFunction,
  language: string,
): (problem: Told) => string {
  const names = stepNames(graph, t, language);
  const outcomes = new Map(graph.edges.map(({ key, outcome }) => [key, outcome ?? ""]));
  const list = new Intl.ListFormat(language, { type: "disjunction" });
  return (problem) => {
    const variant = variants[problem.rule]?.(problem);
    return t(`problem.${problem.rule}`, {
      ...problemParams(problem),
      ...(variant !== undefined && { context: variant }),
      after: afterWhat(graph, names, t, problem),
      where: names.steps(problem.nodeKeys),
      outcomes: list.format(
        problem.edgeKeys.map((key) => t("stepName.outcome", { name: outcomes.get(key) ?? "" })),
      ),
    });
  };
}

/** "Setelah langkah 5 (Kabid IATIK) memilih “Ya”": what has to be done for the trouble to show. */
function afterWhat(graph: Graph, names: StepNames, t: TFunction, { run, params }: Told): string {
  const key = params["after"];
  const last = run?.at(-1) ?? (typeof key === "string" ? { node: key, outcome: null } : null);
  return last === null
    ? t("trace.fromStart")
    : t(`trace.after.${doneHow(graph, last)}`, {
        step: names.step(last.node),
        outcome: outcomeOf(graph, last),
      });
}

/** How a step ends: an outcome is chosen, what it called is complete, or it is simply done. */
export function doneHow(
  graph: Graph,
  { node: key, outcome }: RunStep,
): "chosen" | "called" | "done" {
  const node = indexGraph(graph).nodes.get(key);
  if (outcome !== null) return "chosen";
  return node !== undefined && kindOf(node).opens(node) === "CALL" ? "called" : "done";
}

export const outcomeOf = (graph: Graph, { outcome }: RunStep): string =>
  graph.edges.find(({ key }) => key === outcome)?.outcome ?? "";
