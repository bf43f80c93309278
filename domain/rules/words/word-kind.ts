import { bareVerbs, nouns, otherWords, plainBeVerbs } from "./verb-lists.js";

/** ACTIVE: a verb that tells what somebody does. PASSIVE: what is done to something. */
export type WordKind = "ACTIVE" | "PASSIVE" | "NOUN" | "OTHER";

/** me-, mem-, men-, meng-, meny-, menge- before any root, and "me-review" or "meng-ACC". */
const mePrefix = /^me(?:[lmnrwy]\p{L}{2}|(?:m|n|ng)?-\p{L})/u;
/** Prefixes as offices also write them, "mekoordinasikan", are told by the ending of a verb. */
const mePrefixLoose = /^me\p{L}{3,}(?:kan|i)$/u;
const berOrTer = /^(?:ber|ter)\p{L}{3}/u;
const passive = /^di-?(\p{L}{3,})$/u;
const passiveEnding = /(?:kan|i)$/;
const bareKan = /^(?!pe|ke)\p{L}{3,}kan$/u;
const nounEnding = /^\p{L}{3,}(?:\p{L}an|asi|isi|usi|ksi|nsi|psi|itas|isme|logi|nya)$/u;
const nya = /\p{L}{3}nya$/u;

/**
 * What an Indonesian word is, by the lists and by its letters; small letters. OTHER is also
 * whatever is not known, such as words of another language.
 */
export function wordKind(word: string): WordKind {
  if (otherWords.has(word)) return "OTHER";
  if (nouns.has(word)) return "NOUN";
  if (bareVerbs.has(word) || plainBeVerbs.has(word)) return "ACTIVE";
  if (mePrefix.test(word) || mePrefixLoose.test(word)) return "ACTIVE";
  if (berOrTer.test(word)) return nya.test(word) ? "NOUN" : "ACTIVE";
  const root = passive.exec(word)?.[1];
  if (root !== undefined && (passiveEnding.test(root) || bareVerbs.has(root))) return "PASSIVE";
  if (bareKan.test(word)) return "ACTIVE";
  return nounEnding.test(word) ? "NOUN" : "OTHER";
}

/** A verb with its prefix, which nothing else can be mistaken for. */
export const isPrefixedVerb = (word: string): boolean =>
  !bareVerbs.has(word) && /^(?:me|be)/.test(word) && wordKind(word) === "ACTIVE";

/** Verbs of two words, whose first alone would be a noun: "tanda tangani", "foto copy". */
const secondHalves = new Set(["tangani", "lanjuti", "copy", "kopi"]);

/** What the first of these words is, seen with the one behind it. */
export const firstKind = (words: readonly { readonly word: string }[]): WordKind =>
  secondHalves.has(words[1]?.word ?? "") ? "ACTIVE" : wordKind(words[0]?.word ?? "");
