import type { FormColumn, FormLayout, FormRow, Point } from "../layout/form-layout.js";
import { defaultMetrics, textStyles } from "../layout/metrics.js";
import { drawCentred, drawLines } from "./draw-text.js";
import { polyline, rectangle, type Shape, type TextShape } from "./drawing.js";

const { cellPadding, lineHeight } = defaultMetrics;
export const thinLine = 1;
export const frameLine = 1.5;
const grid = { role: "grid", key: null } as const;
const headLook = { ...textStyles.header, lineHeight: lineHeight.header };
const cellLook = { ...textStyles.cell, lineHeight: lineHeight.cell };

/** A thin straight line between cells. */
export const rule = (from: Point, to: Point) => polyline(grid, [from, to], thinLine);

/** The heading in two bands, from y = 0. */
export function drawHeader({ header, columns, width }: FormLayout): Shape[] {
  const { height, groupHeight, groups } = header;
  const isGrouped = (column: FormColumn): boolean =>
    groups.some(({ x, width: wide }) => column.x >= x && column.x < x + wide);
  const name = { role: "text", key: null } as const;
  const shapes: Shape[] = [rectangle(grid, { x: 0, y: 0, width, height }, frameLine)];
  for (const group of groups) {
    const { x, width: wide } = group;
    const y = groupHeight;
    shapes.push(rule({ x, y }, { x: x + wide, y }));
    const room = { x, y: 0, width: wide, height: groupHeight };
    shapes.push(...drawCentred(name, [group.title], room, headLook));
  }
  columns.forEach((column, at) => {
    const top = isGrouped(column) ? groupHeight : 0;
    const startsGroup = groups.some(({ x }) => x === column.x);
    if (at > 0) {
      const y = startsGroup ? 0 : top;
      shapes.push(rule({ x: column.x, y }, { x: column.x, y: height }));
    }
    const room = { x: column.x, y: top, width: column.width, height: height - top };
    shapes.push(...drawCentred(name, column.lines, room, headLook));
  });
  return shapes;
}

/** Which rows to draw, in the form's own px; a row that goes on past `top` or `bottom` is cut there. */
export interface RowSpan {
  readonly firstRow: number;
  readonly endRow: number;
  readonly top: number;
  readonly bottom: number;
  /** px that the columns go on past `top` and `bottom`, for what leads to other pages. */
  readonly above: number;
  readonly below: number;
}

/** The table of some rows, at the form's own y. */
export function drawRows({ columns, rows, width }: FormLayout, span: RowSpan): Shape[] {
  const shown = rows.slice(span.firstRow, span.endRow);
  if (shown.length === 0) return [];
  const y = span.top - span.above;
  const bottom = span.bottom + span.below;
  const shapes: Shape[] = [];
  for (const row of shown.slice(1)) {
    shapes.push(rule({ x: 0, y: row.y }, { x: width, y: row.y }));
  }
  for (const { x } of columns.slice(1)) shapes.push(rule({ x, y }, { x, y: bottom }));
  shapes.push(rectangle(grid, { x: 0, y, width, height: bottom - y }, frameLine));
  const isShown = (text: TextShape): boolean =>
    text.y >= span.top && text.y - textStyles.cell.size < span.bottom - 1;
  return [...shapes, ...shown.flatMap((row) => drawTexts(row, columns)).filter(isShown)];
}

function drawTexts(row: FormRow, columns: readonly FormColumn[]): TextShape[] {
  const texts = new Map<string, readonly string[]>(
    row.cells.map(({ role, lines }) => [role, lines]),
  );
  if (row.number !== null) texts.set("number", [String(row.number)]);
  return columns.flatMap(({ role, x, width }) => {
    const room = {
      x: x + cellPadding,
      y: row.y + cellPadding,
      width: width - 2 * cellPadding,
      height: row.height - 2 * cellPadding,
    };
    const anchor = role === "number" ? "middle" : "start";
    const name = { role: "text", key: row.node } as const;
    return drawLines(name, texts.get(role) ?? [], room, { ...cellLook, anchor });
  });
}
