import type { RecognisedLane } from "./recognised-table.js";
import { bareWords } from "./tidy-text.js";

/**
 * The lane that a step's words speak of: as its subject ("Kabid IATIK memverifikasi …", "Jika
 * disetujui maka Kasi …") or after "oleh"; `null` where they name none. The longest name wins, and a name may be shortened to its
 * first word where no other lane begins with it.
 */
export function guessLane(text: string, lanes: readonly RecognisedLane[]): number | null {
  const words = bareWords(text).slice(0, 400);
  const names = lanes.map(({ name }) => bareWords(name));
  return (
    beginsWith(words, names) ??
    beginsWith(after("maka", words), names) ??
    beginsWith(after("oleh", words), names)
  );
}

const after = (word: string, words: readonly string[]): readonly string[] => {
  const at = words.indexOf(word);
  return at < 0 ? [] : words.slice(at + 1);
};

function beginsWith(
  words: readonly string[],
  names: readonly (readonly string[])[],
): number | null {
  if (words.length === 0) return null;
  let best: { lane: number; letters: number } | null = null;
  for (const [lane, name] of names.entries()) {
    const letters = sharedLetters(words, name);
    if (letters === name.join("").length && letters > (best?.letters ?? 0))
      best = { lane, letters };
  }
  if (best !== null) return best.lane;
  const [first = ""] = words;
  const short = names.flatMap((name, lane) => (name[0] === first ? [lane] : []));
  return short.length === 1 && first.length >= 3 ? short[0]! : null;
}

/** How many letters of a name the words begin with; breaks within the name do not matter. */
function sharedLetters(words: readonly string[], name: readonly string[]): number {
  const wanted = name.join("");
  let said = "";
  for (const word of words) {
    if (said.length >= wanted.length) break;
    said += word;
  }
  return said === wanted ? wanted.length : 0;
}
