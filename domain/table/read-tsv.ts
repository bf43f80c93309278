import { tableLimits, type SourceCell } from "./table-grid.js";

export type SourceTable = readonly (readonly SourceCell[])[];

/**
 * Tables in plain text as spreadsheets put it on the clipboard: tabs between cells, a cell with
 * line breaks in quotes. Lines without a tab stand between tables. Reading stops soon after a table
 * has more rows than can be taken.
 */
export function readTsv(text: string): readonly SourceTable[] {
  const tables: (readonly SourceCell[])[][] = [];
  let current: (readonly SourceCell[])[] | null = null;
  let at = 0;
  while (at < text.length) {
    const record = readRecord(text, at);
    at = record.end;
    if (record.cells.length < 2) {
      current = null;
      continue;
    }
    if (current === null) tables.push((current = []));
    current.push(record.cells.map(toCell));
    if (current.length > tableLimits.rows) break;
  }
  return tables;
}

const toCell = (text: string): SourceCell => ({ text, rowSpan: 1, colSpan: 1 });

/** One line, which goes on over line breaks in quotes; `end` is where the next one begins. */
function readRecord(
  text: string,
  start: number,
): { readonly cells: string[]; readonly end: number } {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : null;
    const end = cell?.end ?? endOfCell(text, at);
    cells.push(cell?.text ?? text.slice(at, end));
    if (text[end] === "\t") {
      at = end + 1;
      continue;
    }
    const isPair = text[end] === "\r" && text[end + 1] === "\n";
    return { cells, end: end + (isPair ? 2 : 1) };
  }
}

function endOfCell(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== "\t" && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** `null` where the quote is not closed before a cell's end: then it is only a quotation mark. */
function readQuoted(text: string, start: number): { text: string; end: number } | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const after = text[quote + 1];
    if (after !== undefined && after !== "\t" && after !== "\n" && after !== "\r") return null;
    return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
}
