import type { TFunction } from "i18next";
import { rowNumbers, type Graph } from "../../../domain/index.js";
import { doneHow, outcomeOf, problemTeller } from "../gate/problem-sentence.js";
import { stepNames } from "../gate/step-names.js";
import type { Playable, PlaybackFrame } from "./playback.js";

/** Says what is seen on each frame: "5. Kabid IATIK memilih “Ya”."; at the end what comes of it. */
export function frameTeller(
  graph: Graph,
  problem: Playable,
  t: TFunction,
  language: string,
): (frame: PlaybackFrame) => string {
  const names = stepNames(graph, t, language);
  const numbers = rowNumbers(graph);
  const texts = new Map(graph.nodes.map(({ key, text }) => [key, text.trim()]));
  const tell = problemTeller(graph, t, language);
  return ({ step, isLast }) => {
    if (isLast) return problem.rule === null ? problem.message : (problem.message ?? tell(problem));
    if (step === null) return t("trace.begins");
    return t(`trace.step.${doneHow(graph, step)}`, {
      number: numbers.get(step.node) ?? "–",
      who: names.lanes(step.node),
      text: texts.get(step.node) ?? "",
      outcome: outcomeOf(graph, step),
    });
  };
}
