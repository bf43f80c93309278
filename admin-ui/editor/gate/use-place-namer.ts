import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { indexGraph, kindOf, type Graph, type NodeKey } from "../../../domain/index.js";
import { rowNamer } from "../panels/problem-text.js";
import { rowOf } from "./row-of.js";
import { stepNames } from "./step-names.js";

/** What a node is called as a place to go to: its row; of a bar, the step behind it, if any. */
export function usePlaceNamer(graph: Graph): (key: NodeKey) => string {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const row = rowNamer(graph, (kind) => t(`kind.${kind}`));
    const names = stepNames(graph, t, i18n.language);
    const index = indexGraph(graph);
    const bars = new Map(
      graph.nodes
        .filter((node) => !kindOf(node).standsInRow)
        .map(({ key, kind }) => [key, kind] as const),
    );
    return (key) => {
      const kind = bars.get(key);
      return kind === undefined || rowOf(index, key) === undefined
        ? row(key)
        : t("stepName.bar", { kind: t(`kind.${kind}`), step: names.step(key) });
    };
  }, [graph, t, i18n.language]);
}
