import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { problemTeller } from "./problem-sentence.js";

/** Says problems of a drawing in the reader's language. */
export function useProblemTeller(graph: Graph): ReturnType<typeof problemTeller> {
  const { t, i18n } = useTranslation();
  return useMemo(() => problemTeller(graph, t, i18n.language), [graph, t, i18n.language]);
}
