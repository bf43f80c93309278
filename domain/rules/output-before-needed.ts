import { findMissingPapers } from "../papers/find-missing-papers.js";
import { changeStep } from "./mend-flow.js";
import { finding, type Rule } from "./rule.js";
import { beforeSoundness, rememberedSoundness } from "./soundness-findings.js";

/** Places that are told of: whoever mends these sees what is left. */
const most = 200;

/**
 * Every output that a step is linked to has been made by the time it is needed, whichever way a case
 * takes, or is made beside it while it waits; the first places at which it is not, in the order of
 * the form, each with a run where there is one to show. `params.output` is its name, `params.key` its key.
 */
export const outputBeforeNeeded: Rule = {
  name: "output-before-needed",
  level: "ERROR",
  isSwitchable: true,
  waitsFor: [
    ...beforeSoundness,
    "reachable-from-start",
    "reaches-end",
    "option-to-complete",
    "proper-completion",
    "one-token",
    "no-dead-step",
    "soundness-unknown",
  ],
  check(graph, index) {
    if (
      graph.nodes.every(({ requirements }) => requirements.every(({ output }) => output === null))
    )
      return [];
    if (rememberedSoundness(graph).verdict !== "SOUND") return [];
    const names = new Map(graph.outputs.map(({ key, name }) => [key, name]));
    const missing = findMissingPapers(graph, index).slice(0, most);
    return missing.map(({ node, output, run }) =>
      finding("output-before-needed", {
        nodeKeys: [node],
        params: { output: names.get(output) ?? "", key: output },
        run,
      }),
    );
  },
  cures({ nodeKeys, params }, _, { nodes }) {
    const node = nodes.get(nodeKeys[0] ?? "");
    if (node === undefined) return [];
    const requirements = node.requirements.map((one) =>
      one.output === params.key ? { ...one, output: null } : one,
    );
    const edits = [changeStep({ ...node, requirements })];
    return [{ name: "bring-instead", params: { output: String(params.output) }, edits }];
  },
};
