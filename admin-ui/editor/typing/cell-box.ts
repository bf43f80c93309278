import type { FormLayout } from "../../../domain/index.js";
import type { Cell } from "../selection.js";

/** px at zoom 1, from the form's top left corner. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a cell lies on the form; of a bar, which has no cell, the bar itself. */
export function cellBox(form: FormLayout, cell: Cell): CellBox | null {
  const row = form.rows.find(({ node }) => node === cell.node);
  const column = form.columns.find(
    ({ role, lane }) => role === cell.role && (role !== "lane" || lane === cell.lane),
  );
  if (row !== undefined && column !== undefined) {
    return { x: column.x, y: row.y, width: column.width, height: row.height };
  }
  return form.symbols.find(({ node }) => node === cell.node) ?? null;
}
