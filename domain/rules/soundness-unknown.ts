import { finding, type Rule } from "./rule.js";
import { beforeSoundness, rememberedSoundness } from "./soundness-findings.js";

/** What cannot be proven is not enacted. A drawing that is not finished has other problems first. */
export const soundnessUnknown: Rule = {
  name: "soundness-unknown",
  level: "ERROR",
  waitsFor: beforeSoundness,
  check(graph) {
    const soundness = rememberedSoundness(graph);
    return soundness.verdict === "INCONCLUSIVE" && soundness.reason === "TOO_LARGE"
      ? [finding("soundness-unknown", {})]
      : [];
  },
};
