import { checkSoundness, presuppositions } from "../soundness/check-soundness.js";
import type { SoundnessProperty, Violation } from "../soundness/soundness.js";
import { indexGraph } from "../sop/graph-index.js";
import type { Graph, NodeKey } from "../sop/graph.js";
import { reachable } from "../sop/reachable.js";
import { loopsWithoutExit } from "./loops-without-exit.js";
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
        nodeKeys: howOf(violation) === "round" ? wholeLoop(graph, violation) : violation.nodeKeys,
        edgeKeys: violation.edgeKeys,
        run: violation.run,
        params: paramsOf(violation),
      }),
    );
}

/** How a case fails to come to an end; `undefined` of the other properties. */
const howOf = ({ property, edgeKeys }: Violation): "join" | "round" | undefined =>
  property === "OPTION_TO_COMPLETE" ? (edgeKeys.length > 0 ? "join" : "round") : undefined;

/**
 * Where a case goes round for ever, every step of the loop, not only the one that it comes to first:
 * whoever mends it has to see all of it.
 */
function wholeLoop(graph: Graph, { nodeKeys }: Violation): readonly NodeKey[] {
  const index = indexGraph(graph);
  const onward = reachable(nodeKeys, (key) => index.edgesFrom(key).map(({ to }) => to));
  const loops = loopsWithoutExit(graph, index).filter((loop) =>
    loop.some((key) => onward.has(key)),
  );
  return loops.length === 0 ? nodeKeys : loops.flat();
}

function paramsOf(violation: Violation): Record<string, string> {
  const after = violation.run?.at(-1)?.node;
  const how = howOf(violation);
  return { ...(after !== undefined && { after }), ...(how !== undefined && { how }) };
}
