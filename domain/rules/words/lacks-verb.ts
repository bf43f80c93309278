import { mainClause, type StepWord, stepWords } from "./step-words.js";
import { firstKind, wordKind } from "./word-kind.js";

/**
 * Whether a text certainly does not begin with what somebody does: with a noun, with what is done to
 * something, or with a condition behind which nobody does anything.
 */
export function lacksVerb(text: string): boolean {
  const words = stepWords(text);
  const main = mainClause(words);
  if (main.words.length === 0) {
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

/** Whether a text asks: "Berkas lengkap?", "Apakah …", "Lengkapkah berkas". */
export const asks = (text: string): boolean =>
  text.includes("?") || /\bapakah\b|^\s*\p{L}{3,}kah\b/iu.test(text);
