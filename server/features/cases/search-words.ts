import { Refusal } from "../../kernel/refusal.js";

const longest = 200;
const mostWords = 8;

/** Letters alike whether large or small, with or without marks. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();

/** The words of a search, folded; none for a blank one. TOO_LARGE above 200 characters or 8 words. */
export function searchWords(search: string | null | undefined, field: string): readonly string[] {
  if (search == null) return [];
  if (search.length > longest) throw new Refusal("TOO_LARGE", field, { limit: longest });
  const words = [...new Set(folded(search).split(/\s+/u).filter(Boolean))];
  if (words.length > mostWords) throw new Refusal("TOO_LARGE", field, { limit: mostWords });
  return words;
}

/** Whether each of the words is in one of the texts. */
export function holdsWords(texts: readonly string[], words: readonly string[]): boolean {
  // A line feed is in no word, so that no word is found across two texts.
  const all = folded(texts.join("\n"));
  return words.every((word) => all.includes(word));
}
