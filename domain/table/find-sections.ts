import { isSymbolWord } from "./read-mark.js";
import { readDuration } from "./read-duration.js";
import type { TableGrid } from "./table-grid.js";
import { titleRole, type TitleRole } from "./title-role.js";

/** A column's heading: its lowest title, and the group that it stands under. */
export interface ColumnTitle {
  readonly title: string;
  readonly group: TitleRole | null;
}

export interface SectionReading {
  readonly headings: readonly number[];
  readonly rows: readonly number[];
  readonly titles: readonly ColumnTitle[];
}

/** A heading has at most three rows: groups, lanes, and units under them. */
const deepestHeading = 3;

/** The text of the cell that begins at this place; empty where another covers it. */
export function textAt(grid: TableGrid, row: number, column: number): string {
  const cell = grid.rows[row]?.[column];
  return cell != null && cell.row === row && cell.column === column ? cell.text : "";
}

/** The texts that begin in a row, with their columns. */
export const textsOf = (grid: TableGrid, row: number): readonly (readonly [number, string])[] =>
  (grid.rows[row] ?? []).flatMap((_, column) => {
    const text = textAt(grid, row, column);
    return text === "" ? [] : [[column, text] as const];
  });

/** "1 2 3 …": the row of column numbers under a heading. */
export function isNumbering(grid: TableGrid, row: number): boolean {
  const numbers = textsOf(grid, row).map(([, text]) =>
    /^\(?\d{1,2}\)?$/.test(text) ? Number(text.replace(/[()]/g, "")) : Number.NaN,
  );
  return (
    numbers.length >= 3 && numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)
  );
}

/** Cuts a table at its headings; the rows above the first heading have none. */
export function findSections(grid: TableGrid): readonly SectionReading[] {
  const sections: { headings: number[]; rows: number[] }[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    if (isHeading(grid, row)) {
      const headings = [row];
      while (headings.length < deepestHeading && isUnderHeading(grid, headings)) {
        headings.push(row + headings.length);
      }
      sections.push({ headings, rows: [] });
      row += headings.length - 1;
      continue;
    }
    if (sections.length === 0) sections.push({ headings: [], rows: [] });
    sections.at(-1)!.rows.push(row);
  }
  return sections.map((section) => ({ ...section, titles: titlesOf(grid, section.headings) }));
}

function isHeading(grid: TableGrid, row: number): boolean {
  const texts = textsOf(grid, row);
  const roles = new Set(texts.flatMap(([, text]) => titleRole(text)?.role ?? []));
  const sure = texts.filter(([, text]) => titleRole(text)?.sure === true).length;
  return roles.size >= 2 && sure >= 2 && (roles.has("activity") || roles.size >= 3);
}

/** A row with "No" or "Kegiatan" is the first of a heading, whatever stands above it. */
const beginsHeading = (grid: TableGrid, row: number): boolean =>
  isHeading(grid, row) &&
  textsOf(grid, row).some(([, text]) => {
    const role = titleRole(text)?.role;
    return role === "number" || role === "activity";
  });

/** Whether the row below the heading so far still belongs to it. */
function isUnderHeading(grid: TableGrid, headings: readonly number[]): boolean {
  const top = headings[0]!;
  const row = top + headings.length;
  const line = grid.rows[row];
  if (line === undefined || beginsHeading(grid, row)) return false;
  if (line.some((cell) => cell !== null && cell.row < row && cell.row >= top && cell.text !== "")) {
    return true;
  }
  const texts = textsOf(grid, row);
  if (texts.length === 0 || isNumbering(grid, row)) return false;
  const isTaken = (column: number): boolean => {
    const role = titleRole(textAt(grid, top, column))?.role;
    return role === "number" || role === "activity";
  };
  if (texts.some(([column, text]) => isTaken(column) || isData(text))) return false;
  const hasRole = texts.some(([, text]) => titleRole(text) !== null);
  return hasRole || (headings.length === 1 && texts.length >= 2);
}

const isData = (text: string): boolean =>
  isSymbolWord(text) || (/\d/.test(text) && readDuration(text).time !== null);

function titlesOf(grid: TableGrid, headings: readonly number[]): readonly ColumnTitle[] {
  const [top] = headings;
  let group: TitleRole | null = null;
  const isPlain = headings.every((row) => grid.rows[row]!.every((cell) => isSingle(cell)));
  return Array.from({ length: grid.width }, (_, column) => {
    const above = top === undefined ? null : (grid.rows[top]?.[column] ?? null);
    // Without merged cells, as in plain text, a group goes on to the next title of its row.
    if (!isPlain || (above?.text ?? "") !== "") group = groupOf(above?.text ?? "");
    let title = "";
    for (const row of headings) title = grid.rows[row]?.[column]?.text || title;
    const isGroup = headings.length > 1 && group !== null && title === above?.text;
    return { title: isGroup && !isPlain && (above?.colSpan ?? 1) > 1 ? "" : title, group };
  });
}

const isSingle = (cell: { rowSpan: number; colSpan: number } | null): boolean =>
  cell === null || (cell.rowSpan === 1 && cell.colSpan === 1);

const groupOf = (title: string): TitleRole | null => {
  const role = titleRole(title)?.role ?? null;
  return role === "lanes" || role === "actors" || role === "standard" ? role : null;
};
