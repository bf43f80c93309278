/** Longer than this, a heading is read no faster than a paragraph. */
const longest = 120;

export interface SplitHeading {
  readonly first: string;
  /** What stands under the first sentence, in the size of text; `null` where nothing does. */
  readonly rest: string | null;
}

/**
 * A long heading as its first sentence and the rest, at the first ". " or " - ", whichever comes
 * first. Nothing is lost: both, with a space between, are the whole text.
 */
export function splitHeading(text: string): SplitHeading {
  const whole = text.trim();
  if (whole.length <= longest) return { first: whole, rest: null };
  const at = [whole.indexOf(". ") + 1, whole.indexOf(" - ")].filter((index) => index > 0);
  if (at.length === 0) return { first: whole, rest: null };
  const end = Math.min(...at);
  return { first: whole.slice(0, end), rest: whole.slice(end + 1) };
}
