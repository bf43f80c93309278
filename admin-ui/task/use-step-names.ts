import { useMemo } from "react";
import { rowNumbers } from "../../domain/index.js";
import { graphOf } from "../editor/versions/version-document.js";
import type { VersionGraphFragment } from "../generated/graphql.js";
import type { StepName } from "./step-name.js";

/** Every step of a version by its key, as its form names it. */
export function useStepNames(version: VersionGraphFragment): ReadonlyMap<string, StepName> {
  return useMemo(() => {
    const graph = graphOf(version);
    const numbers = rowNumbers(graph);
    const lanes = new Map(graph.lanes.map(({ key, name }) => [key, name]));
    return new Map(
      graph.nodes.map(({ key, text, parts }) => [
        key,
        {
          number: numbers.get(key) ?? null,
          text,
          lanes: parts.map(({ lane }) => lanes.get(lane) ?? ""),
        },
      ]),
    );
  }, [version]);
}
