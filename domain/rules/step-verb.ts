import { kindOf } from "../kinds/node-kinds.js";
import { finding, type Rule } from "./rule.js";
import { asks } from "./words/lacks-verb.js";
import { stepReader } from "./words/read-step.js";

/**
 * A step's text begins with an active verb (Permenpan RB 35/2012): whoever gets the task is told
 * what to do. Only what certainly is no verb in Indonesian is reported; other languages are not
 * judged. A decision may ask: its task is to answer. A text that begins with its performer is left
 * to `step-subject`.
 */
export const stepVerb: Rule = {
  name: "step-verb",
  level: "WARNING",
  isSwitchable: true,
  check(graph) {
    const read = stepReader(graph.lanes);
    return graph.nodes
      .filter((node) => {
        if (kindOf(node).opens(node) !== "TASKS") return false;
        const { subject, lacksVerb } = read(node);
        return lacksVerb && subject === null && !(kindOf(node).namesOutcomes && asks(node.text));
      })
      .map(({ key }) => finding("step-verb", { nodeKeys: [key] }));
  },
};
