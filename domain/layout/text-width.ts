import { boldWidths, regularWidths, type WidthRuns } from "./arimo-widths.js";
import { boldOtherWidths, regularOtherWidths } from "./other-widths.js";

export type FontFace = "regular" | "bold";

const unitsPerEm = 2048;

// What is in no table may stand in any face, or be replaced: better too much room.
const strangeWidth = 1536;
const wideWidth = 2048;
/** Half an emoji: it is two code units. */
const surrogateWidth = 1434;

/** Above this code nothing is in the tables. */
const tableSize = 0x2c00;

function widthTable(runs: WidthRuns, others: readonly number[]): Uint16Array {
  const table = new Uint16Array(tableSize).fill(strangeWidth);
  table.fill(0, 0, 0x20);
  table.fill(0, 0x7f, 0xa0);
  for (const [first, widths] of runs) {
    widths.forEach((width, at) => {
      if (width > 0) table[first + at] = width;
    });
  }
  for (let at = 0; at < others.length; at += 3) {
    const first = others[at]!;
    table.fill(others[at + 1]!, first, first + others[at + 2]!);
  }
  for (const [first, last] of [
    [0x300, 0x36f],
    [0x64b, 0x65f],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x2069],
  ] as const) {
    table.fill(0, first, last + 1);
  }
  return table;
}

const tables: Record<FontFace, Uint16Array> = {
  regular: widthTable(regularWidths, regularOtherWidths),
  bold: widthTable(boldWidths, boldOtherWidths),
};

/**
 * Width of one line of text in em: exact in Arimo without kerning, and so in Arial, Helvetica and
 * Liberation Sans, for the scripts that they share, and for the symbols that DejaVu Sans has;
 * generous for everything else.
 */
export function textWidth(text: string, face: FontFace): number {
  const table = tables[face];
  let units = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < tableSize) units += table[code]!;
    else if (code >= 0xd800 && code <= 0xdfff) units += surrogateWidth;
    else if (code < 0xfe00 || code > 0xfe0f) units += code < 0x2e80 ? strangeWidth : wideWidth;
  }
  return units / unitsPerEm;
}
