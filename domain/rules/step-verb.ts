import { kindOf } from "../kinds/node-kinds.js";
import { finding, type Rule } from "./rule.js";
import { stepSubjects } from "./step-subject.js";
import { mainClause, type StepWord, stepWords } from "./words/step-words.js";
import { firstKind, wordKind } from "./words/word-kind.js";

/**
 * A step's text begins with an active verb (Permenpan RB 35/2012): whoever gets the task is told
 * what to do. Only what certainly is no verb in Indonesian is reported; other languages are not
 * judged. A decision may ask: its task is to answer.
 */
export const stepVerb: Rule = {
  name: "step-verb",
  level: "WARNING",
  isSwitchable: true,
  check(graph) {
    const named = new Set(stepSubjects(graph).map(({ node }) => node.key));
    return graph.nodes
      .filter(
        (node) =>
          kindOf(node).opens(node) === "TASKS" &&
          !named.has(node.key) &&
          !(kindOf(node).namesOutcomes && asks(node.text)) &&
          lacksVerb(node.text),
      )
      .map(({ key }) => finding("step-verb", { nodeKeys: [key] }));
  },
};

const asks = (text: string): boolean => text.includes("?") || /\bapakah\b|^\s*\S+kah\b/i.test(text);

function lacksVerb(text: string): boolean {
  const words = stepWords(text);
  const main = mainClause(words);
  if (main.words.length === 0) {
    // Nothing but a condition, and nothing that anybody does.
    return main.isConditional && !words.some(({ word }) => wordKind(word) === "ACTIVE");
  }
  const kind = firstKind(main.words);
  if (kind === "OTHER") return isStatement(main.words);
  return kind !== "ACTIVE";
}

const states = new Set(["sudah", "telah", "belum"]);

/** "SPM diterbitkan", "SPT telah …": what is, or is done, behind a word that is not known. */
const isStatement = (words: readonly StepWord[]): boolean =>
  words.slice(1, 3).some(({ word }) => states.has(word) || wordKind(word) === "PASSIVE");
