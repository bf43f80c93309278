import type { TFunction } from "i18next";
import {
  indexGraph,
  kindOf,
  rowNumbers,
  type Graph,
  type GraphNode,
  type NodeKey,
} from "../../../domain/index.js";
import { rowOf } from "./row-of.js";

/** What steps are called in a sentence, never by their keys. */
export interface StepNames {
  /** "langkah 5 (Kabid IATIK)"; of a bar, the step that it leads to. */
  step(key: NodeKey): string;
  /** The same of several, the first few by name: "langkah 5 (Kabid IATIK) dan akhir SOP". */
  steps(keys: readonly NodeKey[]): string;
  /** Who works the step: "Kasi LITIK dan Staf"; "" where nobody does. */
  lanes(key: NodeKey): string;
}

/** Of more, only how many they are. */
const namedAtMost = 3;

export function stepNames(graph: Graph, t: TFunction, language: string): StepNames {
  const index = indexGraph(graph);
  const numbers = rowNumbers(graph);
  const laneNames = new Map(graph.lanes.map(({ key, name }) => [key, name.trim()]));
  const both = new Intl.ListFormat(language, { type: "conjunction" });
  const either = new Intl.ListFormat(language, { type: "disjunction" });

  const lanesOf = ({ parts, mode }: GraphNode): string => {
    const names = parts.map(({ lane }) => laneNames.get(lane) ?? "").filter((name) => name !== "");
    return (mode === "ANY" ? either : both).format(new Set(names));
  };
  const step = (key: NodeKey): string => {
    const node = rowOf(index, key);
    if (node === undefined) return t("stepName.gone");
    const number = numbers.get(node.key);
    if (number === undefined) {
      if (kindOf(node).begins) return t("stepName.start");
      if (kindOf(node).ends) return t("stepName.end");
      return t("stepName.unnumbered", { text: node.text.trim() || t(`kind.${node.kind}`) });
    }
    const lanes = lanesOf(node);
    return lanes === ""
      ? t("stepName.number", { number })
      : t("stepName.numberAndLane", { number, lanes });
  };
  return {
    step,
    steps(keys) {
      const names = [...new Set(keys.map(step))];
      const rest = names.length - namedAtMost;
      return both.format(
        rest > 1 ? [...names.slice(0, namedAtMost), t("stepName.others", { number: rest })] : names,
      );
    },
    lanes: (key) => {
      const node = index.nodes.get(key);
      return node === undefined ? "" : lanesOf(node);
    },
  };
}
