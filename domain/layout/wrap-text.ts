import type { Metrics, TextStyle } from "./metrics.js";
import { printedText } from "./printed-text.js";

/**
 * Breaks `text`, as it is printed, to lines of at most `width` px; a word that is too long is broken
 * anywhere.
 */
export function wrapText(
  text: string,
  width: number,
  style: TextStyle,
  metrics: Metrics,
): readonly string[] {
  const lines: string[] = [];
  const space = metrics.textWidth(" ", style);
  for (const paragraph of printedText(text).split("\n")) {
    let line = "";
    let used = 0;
    for (const word of paragraph.split(/\s+/)) {
      if (word === "") continue;
      const size = metrics.textWidth(word, style);
      if (line !== "" && used + space + size <= width) {
        line += ` ${word}`;
        used += space + size;
        continue;
      }
      if (line !== "") lines.push(line);
      if (size <= width) {
        line = word;
        used = size;
      } else {
        const pieces = breakWord(word, width, style, metrics);
        line = pieces.pop() ?? "";
        lines.push(...pieces);
        used = metrics.textWidth(line, style);
      }
    }
    if (line !== "") lines.push(line);
  }
  return lines;
}

/** Where a long word may be broken without harm: behind a slash or a hyphen. */
export const wordParts = (word: string): readonly string[] => word.split(/(?<=[/-])/);

function breakWord(word: string, width: number, style: TextStyle, metrics: Metrics): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  const add = (part: string, size: number): void => {
    if (piece !== "" && used + size > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += part;
    used += size;
  };
  for (const part of wordParts(word)) {
    const size = metrics.textWidth(part, style);
    if (size <= width) add(part, size);
    // By code point, so that an emoji is never cut in two.
    else for (const character of part) add(character, metrics.textWidth(character, style));
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}

/** The width in px of the widest of `lines`. */
export function widestLine(lines: readonly string[], style: TextStyle, metrics: Metrics): number {
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, metrics.textWidth(line, style));
  return widest;
}
