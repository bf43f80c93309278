import type { FormColumn, FormLayout, FormRow, Point } from "../layout/form-layout.js";
import { defaultMetrics, textStyles } from "../layout/metrics.js";
import { drawCentred, drawLines } from "./draw-text.js";
import { polyline, rectangle, type Shape } from "./drawing.js";

const { cellPadding, lineHeight } = defaultMetrics;
export const thinLine = 1;
export const frameLine = 1.5;
const grid = { role: "grid", key: null } as const;
const headLook = { ...textStyles.header, lineHeight: lineHeight.header };
const cellLook = { ...textStyles.cell, lineHeight: lineHeight.cell };

const rule = (from: Point, to: Point) => polyline(grid, [from, to], thinLine);

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

/**
 * The table of the rows first..end-1, at the form's own y; `above` and `below` px of the columns go
 * on past the first and the last row.
 */
export function drawRows(
  { columns, rows, width }: FormLayout,
  { first, end, above, below }: { first: number; end: number; above: number; below: number },
): Shape[] {
  const shown = rows.slice(first, end);
  const last = shown.at(-1);
  if (shown[0] === undefined || last === undefined) return [];
  const top = shown[0].y - above;
  const bottom = last.y + last.height + below;
  const shapes: Shape[] = [];
  for (const { y } of shown.slice(1)) shapes.push(rule({ x: 0, y }, { x: width, y }));
  for (const { x } of columns.slice(1)) shapes.push(rule({ x, y: top }, { x, y: bottom }));
  shapes.push(rectangle(grid, { x: 0, y: top, width, height: bottom - top }, frameLine));
  return [...shapes, ...shown.flatMap((row) => drawTexts(row, columns))];
}

function drawTexts(row: FormRow, columns: readonly FormColumn[]): Shape[] {
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
