/** Lower case, without accents: how words are compared. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();

/**
 * How well `text` answers to what was typed: each word of it must occur. 0 is no answer; a word at
 * the beginning of a word counts more than one inside, and the whole query in order most. Letters
 * that occur only scattered, as in "tbl" for "tambah langkah", count least.
 */
export function matchWords(query: string, text: string): number {
  const wanted = plain(query).trim();
  if (wanted === "") return 1;
  const line = plain(text);
  if (line.startsWith(wanted)) return 100;
  let score = line.includes(wanted) ? 20 : 0;
  for (const word of wanted.split(/\s+/)) {
    const at = line.indexOf(word);
    if (at === -1) return scattered(wanted.replaceAll(/\s+/g, ""), line) ? 1 : 0;
    const isStart = new RegExp(`(^|[^\\p{L}\\p{N}])${escaped(word)}`, "u").test(line);
    score += isStart ? 10 : 4;
  }
  return score;
}

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether the letters occur in this order, the first of them at the beginning of a word. */
function scattered(letters: string, line: string): boolean {
  const [first = "", ...rest] = letters;
  const begin = new RegExp(`(^|[^\\p{L}\\p{N}])${escaped(first)}`, "u").exec(line);
  if (begin === null) return false;
  let at = begin.index + begin[0].length;
  return rest.every((letter) => {
    const next = line.indexOf(letter, at);
    at = next + 1;
    return next !== -1;
  });
}
