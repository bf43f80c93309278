import { documentLimits } from "../edit/document-limits.js";
import { tidyText } from "./tidy-text.js";

/** A cell as a source writes it: its text, and how many rows and columns it covers. */
export interface SourceCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** What stands at one place of the grid: a merged cell stands at every place that it covers. */
export interface GridCell {
  readonly text: string;
  /** Where the cell begins. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A rectangular table; `null` where the source has no cell. */
export interface TableGrid {
  readonly width: number;
  readonly rows: readonly (readonly (GridCell | null)[])[];
}

/** Above any real form, below what would freeze a browser. */
export const tableLimits = {
  /** As many as a graph has nodes, and room for headings and empty rows. */
  rows: documentLimits.nodes + 100,
  columns: documentLimits.lanes + 20,
  cell: documentLimits.text,
  allTexts: documentLimits.allTexts,
} as const;

/** Why a table is not taken. Rows and columns count from 0; lengths are UTF-16 units. */
export type TableFault =
  | { readonly fault: "TOO_MANY_ROWS"; readonly max: number }
  | { readonly fault: "TOO_MANY_COLUMNS"; readonly max: number }
  | { readonly fault: "TOO_MUCH_TEXT"; readonly max: number }
  | {
      readonly fault: "CELL_TOO_LONG";
      readonly row: number;
      readonly column: number;
      readonly length: number;
      readonly max: number;
    };

export type GridResult =
  | { readonly ok: true; readonly grid: TableGrid }
  | { readonly ok: false; readonly fault: TableFault };

/** Sets out cells that cover several places; stops at once where a table is out of all measure. */
export function makeGrid(source: readonly (readonly SourceCell[])[]): GridResult {
  if (source.length > tableLimits.rows) return refuse("TOO_MANY_ROWS", tableLimits.rows);
  const places: (GridCell | null)[][] = source.map(() => []);
  let width = 0;
  for (const [row, cells] of source.entries()) {
    const line = places[row]!;
    let column = 0;
    for (const { text, rowSpan, colSpan } of cells) {
      while (line[column] !== undefined) column += 1;
      const cell: GridCell = {
        text: tidyText(text),
        row,
        column,
        rowSpan: Math.max(1, Math.min(Math.trunc(rowSpan) || 1, source.length - row)),
        colSpan: Math.max(1, Math.trunc(colSpan) || 1),
      };
      if (column + cell.colSpan > tableLimits.columns) {
        return refuse("TOO_MANY_COLUMNS", tableLimits.columns);
      }
      for (let r = row; r < row + cell.rowSpan; r++) {
        for (let c = column; c < column + cell.colSpan; c++) places[r]![c] ??= cell;
      }
      column += cell.colSpan;
      width = Math.max(width, column);
    }
  }
  const rows = places.map((line) => Array.from({ length: width }, (_, c) => line[c] ?? null));
  return { ok: true, grid: { width, rows } };
}

const refuse = (fault: "TOO_MANY_ROWS" | "TOO_MANY_COLUMNS", max: number): GridResult => ({
  ok: false,
  fault: { fault, max },
});

/** Every cell once, at the place where it begins. */
export const cellsOf = (grid: TableGrid): readonly GridCell[] =>
  grid.rows.flatMap((line, row) =>
    line.filter((cell, column): cell is GridCell => cell?.row === row && cell.column === column),
  );

/** The first text that a document could not hold; `null` when there is none. */
export function findTextFault(grid: TableGrid): TableFault | null {
  const cells = cellsOf(grid);
  const long = cells.find((cell) => cell.text.length > tableLimits.cell);
  if (long !== undefined) {
    const { row, column, text } = long;
    return { fault: "CELL_TOO_LONG", row, column, length: text.length, max: tableLimits.cell };
  }
  const total = cells.reduce((sum, cell) => sum + cell.text.length, 0);
  if (total <= tableLimits.allTexts) return null;
  return { fault: "TOO_MUCH_TEXT", max: tableLimits.allTexts };
}

/** The table with every text that is too long cut to what a document holds. */
export function cutLongTexts(grid: TableGrid): TableGrid {
  const cut = (cell: GridCell | null): GridCell | null =>
    cell === null || cell.text.length <= tableLimits.cell
      ? cell
      : { ...cell, text: cutText(cell.text, tableLimits.cell) };
  return { ...grid, rows: grid.rows.map((line) => line.map(cut)) };
}

/** Half of a character that takes two units is no character. */
const cutText = (text: string, max: number): string =>
  text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");
