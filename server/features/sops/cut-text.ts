import type { Locale } from "../../kernel/context.js";

/** Characters of one text of a form in a message; a step may be described in thousands. */
export const longestQuote = 80;

/** Nobody reads more numbers than these; the problem says of which steps it is. */
const mostListed = 20;

const more: Readonly<Record<Locale, (count: number) => string>> = {
  id: (count) => `${count} lagi`,
  en: (count) => `${count} more`,
};
const and: Readonly<Record<Locale, string>> = { id: "dan", en: "and" };

/** At most `longestQuote` characters; what is cut ends in "…". */
export function cutText(text: string): string {
  // Only so many are split: the text may be as long as a form.
  const letters = [...text.slice(0, 4 * longestQuote)];
  if (letters.length <= longestQuote) return text;
  return `${letters
    .slice(0, longestQuote - 1)
    .join("")
    .trimEnd()}…`;
}

/** The first words of a list, and how many follow. */
export function firstOf(words: readonly string[], locale: Locale): readonly string[] {
  const rest = words.length - mostListed;
  return rest <= 0 ? words : [...words.slice(0, mostListed), more[locale](rest)];
}

/** “1, 2 dan 9 lagi”: with commas where there are no more than are said. */
export function listed(words: readonly string[], locale: Locale): string {
  const said = firstOf(words, locale);
  if (said.length === words.length) return said.join(", ");
  return `${said.slice(0, -1).join(", ")} ${and[locale]} ${said.at(-1)}`;
}
