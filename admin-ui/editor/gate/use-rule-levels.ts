import { useMemo } from "react";
import type { RuleLevels } from "../../../domain/index.js";
import type { SopData } from "../sop-operations.js";

/** How seriously the office of an SOP takes the rules that it may switch. */
export function useRuleLevels({ office: { ruleLevels } }: SopData): RuleLevels {
  return useMemo(
    () => Object.fromEntries(ruleLevels.map(({ rule, level }) => [rule, level])),
    [ruleLevels],
  );
}
