import { checkSoundness, presuppositions } from "../soundness/check-soundness.js";
import type { SoundnessProperty, Violation } from "../soundness/soundness.js";
import type { Graph } from "../sop/graph.js";
import { remembered } from "./remembered.js";
import { type Finding, finding, type RuleName } from "./rule.js";

/** The rules that are broken first. */
export const beforeSoundness: readonly RuleName[] = presuppositions.map(({ name }) => name);

/** Several rules ask the same. */
export const rememberedSoundness = remembered(checkSoundness);

type SoundnessRule = Extract<
  RuleName,
  "option-to-complete" | "proper-completion" | "one-token" | "no-dead-step"
>;

const ruleOf: Readonly<Record<SoundnessProperty, SoundnessRule>> = {
  OPTION_TO_COMPLETE: "option-to-complete",
  PROPER_COMPLETION: "proper-completion",
  ONE_TOKEN: "one-token",
  NO_DEAD_STEP: "no-dead-step",
};

/**
 * Where a drawing breaks one property. `params.after` is the key of the step after which it shows
 * (missing where it shows from the beginning); `params.how` is "join" where something is waited for
 * in vain, else "round".
 */
export function soundnessFindings(rule: SoundnessRule, graph: Graph): Finding[] {
  const soundness = rememberedSoundness(graph);
  if (soundness.verdict !== "UNSOUND") return [];
  return soundness.violations
    .filter(({ property }) => ruleOf[property] === rule)
    .map((violation) =>
      finding(rule, {
        nodeKeys: violation.nodeKeys,
        edgeKeys: violation.edgeKeys,
        run: violation.run,
        params: paramsOf(violation),
      }),
    );
}

function paramsOf({ property, edgeKeys, run }: Violation): Record<string, string> {
  const after = run?.at(-1)?.node;
  return {
    ...(after !== undefined && { after }),
    ...(property === "OPTION_TO_COMPLETE" && { how: edgeKeys.length > 0 ? "join" : "round" }),
  };
}
