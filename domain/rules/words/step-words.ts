/** One word of a text, in small letters, and where it stands there. */
export interface StepWord {
  readonly word: string;
  /** Index of its first letter in the text. */
  readonly start: number;
  /** Index behind its last letter. */
  readonly end: number;
  /** What stands between the word before and this one; empty before the first. */
  readonly gap: string;
}

/** What numbers a line and is no part of its sentence: "1.", "2)", "a)", "(b)", "iv.", "-", "•". */
const marker =
  /^(?:[^\p{L}\p{N}(]+|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?\p{L}[.)]|\(?[ivxIVX]{1,5}[.)])(?=\s|\p{Lu}|$)/u;
const spaces = /^[\s"“”'‘’([]+/u;
const wordPattern = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

/** Nobody writes a sentence of an SOP as long as this; what follows is not looked at. */
const longest = 1200;

/** The words of a step's text, without the marks that number its lines in front of it. */
export function stepWords(text: string): StepWord[] {
  let from = 0;
  for (;;) {
    const rest = text.slice(from, from + 40);
    const skipped = spaces.exec(rest)?.[0] ?? marker.exec(rest)?.[0] ?? "";
    if (skipped === "") break;
    from += skipped.length;
  }
  const words: StepWord[] = [];
  let before = from;
  for (const match of text.slice(from, from + longest).matchAll(wordPattern)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const gap = words.length === 0 ? "" : text.slice(before, start);
    words.push({ word: match[0].toLowerCase(), start, end, gap });
    before = end;
  }
  return words;
}

/** Words with which a condition or another clause begins that stands before the main one. */
const conditionWords = new Set(["jika", "jikalau", "apabila", "bila", "bilamana", "kalau"]);
const openingWords = new Set([
  ...conditionWords,
  ..."setelah sesudah sebelum selama sambil ketika saat dalam berdasarkan sesuai atas untuk".split(
    " ",
  ),
  ..."guna dengan dari pada menurut melalui sehubungan berhubung mengingat terhadap bersama".split(
    " ",
  ),
]);

/** Where the clause that says what is done begins. */
export interface MainClause {
  readonly words: readonly StepWord[];
  /** The text begins with a condition: "Jika disetujui maka …". */
  readonly isConditional: boolean;
}

/**
 * The clause that says what is done: behind "maka" or a comma where the text begins with a condition
 * or the like, and without words where none follows.
 */
export function mainClause(words: readonly StepWord[]): MainClause {
  const isConditional = conditionWords.has(words[0]?.word ?? "");
  let at = 0;
  while (openingWords.has(words[at]?.word ?? "")) {
    const next = words.findIndex(
      ({ gap, word }, index) => index > at && (gap.includes(",") || word === "maka"),
    );
    if (next < 0) return { words: [], isConditional };
    at = words[next]?.word === "maka" ? next + 1 : next;
  }
  return { words: words.slice(at), isConditional };
}
