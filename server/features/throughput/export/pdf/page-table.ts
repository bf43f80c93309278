import type { PageFlow } from "./page-flow.js";
import {
  box,
  brokenText,
  colours,
  heightOfLines,
  lineThrough,
  paragraph,
  sheet,
  widthOfText,
} from "./sheet.js";

export interface PageColumn {
  readonly heading: string;
  /** px; what is left over goes to the first column without one. */
  readonly width: number | null;
  readonly isNumber: boolean;
}

export interface PageRow {
  readonly cells: readonly string[];
  readonly isStrong?: boolean;
  /** One text over all columns: a heading of the rows that follow. */
  readonly isTitle?: boolean;
}

const size = 9;
const padding = 4;

/** How wide a column must be for the widest word of its cells. */
export const widthOfWords = (cells: readonly string[]): number =>
  Math.ceil(
    Math.max(0, ...cells.flatMap((cell) => cell.split(" ")).map((word) => widthOfText(word, size))),
  ) +
  2 * padding +
  1;

/** A table over as many pages as it takes; its headings stand on each. */
export function drawTable(
  flow: PageFlow,
  columns: readonly PageColumn[],
  rows: readonly PageRow[],
): void {
  const widths = sharedOut(columns);
  const heights = rows.map((row) =>
    row.isTitle
      ? heightOf(row.cells, [sheet.room], true)
      : heightOf(row.cells, widths, row.isStrong === true),
  );
  const headings = columns.map(({ heading }) => heading);
  const headHeight = heightOf(headings, widths, true);
  flow.need(headHeight + (heights[0] ?? 0));
  const head = (): void => {
    flow.add(
      box(
        { x: sheet.left, y: flow.y, width: sheet.room, height: headHeight },
        { fill: colours.shade },
      ),
    );
    drawCells(flow, { cells: headings, isStrong: true }, columns, widths);
    flow.down(headHeight);
    ruled(flow, colours.navy, 1);
  };
  head();
  for (const [at, row] of rows.entries()) {
    // A heading does not stand alone at the foot of a page.
    const needed = heights[at]! + (row.isTitle ? (heights[at + 1] ?? 0) : 0);
    if (!flow.fits(needed)) {
      flow.newPage();
      head();
    }
    if (row.isTitle) drawCells(flow, { ...row, isStrong: true }, [columns[0]!], [sheet.room]);
    else drawCells(flow, row, columns, widths);
    flow.down(heights[at]!);
    ruled(flow, colours.line, 0.5);
  }
}

const ruled = (flow: PageFlow, stroke: string, width: number): void =>
  flow.add(
    lineThrough(
      [
        { x: sheet.left, y: flow.y },
        { x: sheet.right, y: flow.y },
      ],
      { stroke, width },
    ),
  );

function drawCells(
  flow: PageFlow,
  { cells, isStrong = false }: PageRow,
  columns: readonly PageColumn[],
  widths: readonly number[],
): void {
  let x: number = sheet.left;
  for (const [at, cell] of cells.entries()) {
    const width = widths[at]!;
    flow.add(
      ...paragraph(
        cell,
        { x: x + padding, y: flow.y + padding, width: width - 2 * padding },
        {
          size,
          face: isStrong ? "bold" : "regular",
          anchor: columns[at]!.isNumber ? "end" : "start",
        },
      ),
    );
    x += width;
  }
}

function heightOf(cells: readonly string[], widths: readonly number[], isStrong: boolean): number {
  const face = isStrong ? "bold" : "regular";
  const lines = cells.map(
    (cell, at) => brokenText(cell, widths[at]! - 2 * padding, size, face).length,
  );
  return heightOfLines(Math.max(1, ...lines), size) + 2 * padding;
}

function sharedOut(columns: readonly PageColumn[]): readonly number[] {
  const taken = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const open = columns.filter(({ width }) => width === null).length;
  return columns.map(({ width }) => width ?? (sheet.room - taken) / open);
}
