import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { rowNumbers, type Graph, type Problem } from "../../../domain/index.js";
import { stepNames } from "../gate/step-names.js";
import { usePlaceNamer } from "../gate/use-place-namer.js";
import type { ProblemGroup } from "./group-problems.js";

/** One of many rows or lanes that a sentence is said of. */
export interface LinkedPlace {
  readonly type: "lane" | "node";
  readonly key: string;
  readonly problem: Problem;
  /** What a link to it shows: its number, or its name where it has none. */
  readonly label: string;
  /** The same in words: "langkah 5 (Kabid IATIK)". */
  readonly spoken: string;
  /** What it is called where it stands alone: "5. Memeriksa berkas". */
  readonly name: string;
}

/** The places of a group that is told once, each with the problem that it has. */
export function useLinkedPlaces(graph: Graph, group: ProblemGroup): readonly LinkedPlace[] {
  const { t, i18n } = useTranslation();
  const nodeName = usePlaceNamer(graph);
  return useMemo(() => {
    const lanes = new Map(graph.lanes.map(({ key, name }) => [key, name] as const));
    const numbers = rowNumbers(graph);
    const names = stepNames(graph, t, i18n.language);
    const order = new Map([...graph.lanes, ...graph.nodes].map(({ key }, at) => [key, at]));
    // The group may be of the drawing as it was before something was taken off it.
    const isLeft = (key: string): boolean => order.has(key);
    const found = new Map<string, LinkedPlace>();
    for (const problem of group.problems) {
      const [lane] = problem.laneKeys;
      if (lane !== undefined) {
        if (!isLeft(lane) || found.has(lane)) continue;
        const name = lanes.get(lane) ?? "";
        const place = {
          type: "lane",
          key: lane,
          problem,
          label: name,
          spoken: name,
          name,
        } as const;
        found.set(lane, place);
        continue;
      }
      for (const key of problem.nodeKeys) {
        if (!isLeft(key) || found.has(key)) continue;
        const name = nodeName(key);
        const label = String(numbers.get(key) ?? name);
        const spoken = numbers.has(key) ? names.step(key) : name;
        found.set(key, { type: "node", key, problem, label, spoken, name });
      }
    }
    return [...found.values()].toSorted((a, b) => order.get(a.key)! - order.get(b.key)!);
  }, [graph, group, nodeName, t, i18n.language]);
}
