import {
  kindOf,
  rightColumns,
  type LaneKey,
  type NodeKey,
  type SopDocument,
} from "../../../domain/index.js";
import type { CellRole } from "../canvas/cell-role.js";
import type { Cell } from "../selection.js";

export interface GridColumn {
  readonly role: CellRole;
  readonly lane: LaneKey | null;
}

/** The form as the keyboard walks over it. */
export interface Grid {
  readonly rows: readonly NodeKey[];
  readonly columns: readonly GridColumn[];
  /** The lane cell in which a row's symbol stands, or would. */
  laneOf(node: NodeKey): LaneKey | null;
}

export function gridOf({ graph, columns }: SopDocument): Grid {
  const rows = graph.nodes.filter((node) => kindOf(node).standsInRow);
  const homes = new Map(rows.map((node) => [node.key, node.parts[0]?.lane ?? null]));
  const right = columns?.right.map(({ column }) => column) ?? rightColumns;
  return {
    rows: rows.map(({ key }) => key),
    columns: [
      { role: "number", lane: null },
      { role: "activity", lane: null },
      ...graph.lanes.map(({ key }) => ({ role: "lane" as const, lane: key })),
      ...right.map((role) => ({ role, lane: null })),
    ],
    laneOf: (node) => homes.get(node) ?? graph.lanes[0]?.key ?? null,
  };
}

/** Where an arrow key goes from `cell`: so many cells to the right and rows down, within the form. */
export function moveBy(grid: Grid, cell: Cell, right: number, down: number): Cell {
  const column = clamp(columnAt(grid, cell) + right, grid.columns.length);
  const row = clamp(grid.rows.indexOf(cell.node) + down, grid.rows.length);
  return cellAt(grid, row, column) ?? cell;
}

/** The first or last cell of the row, or of the whole form. */
export function moveToEdge(grid: Grid, cell: Cell, edge: "first" | "last", whole: boolean): Cell {
  const column = edge === "first" ? 0 : grid.columns.length - 1;
  const end = edge === "first" ? 0 : grid.rows.length - 1;
  const row = whole ? end : grid.rows.indexOf(cell.node);
  return cellAt(grid, row, column) ?? cell;
}

/**
 * Where Tab goes: through the columns that are filled in, of all lanes only the one in which the
 * symbol stands, and on to the next row's activity. `null` beyond the form's ends.
 */
export function nextStop(grid: Grid, cell: Cell, step: 1 | -1): Cell | null {
  const stops = stopsOf(grid, cell.node);
  const at = stops.findIndex(({ role }) => role === cell.role);
  // The number is no stop: from there, Tab goes to the activity and back to the row above.
  const next = stops[at === -1 ? (step === 1 ? 0 : -1) : at + step];
  if (next !== undefined) return next;
  const row = grid.rows[grid.rows.indexOf(cell.node) + step];
  if (row === undefined) return null;
  const others = stopsOf(grid, row);
  return (step === 1 ? others[0] : others.at(-1)) ?? null;
}

/** The cell of this role in another row; of the lanes, the one in which that row's symbol stands. */
export function cellOf(grid: Grid, node: NodeKey, role: CellRole): Cell {
  return { node, role, lane: role === "lane" ? grid.laneOf(node) : null };
}

export const rowBelow = (grid: Grid, node: NodeKey): NodeKey | null =>
  grid.rows[grid.rows.indexOf(node) + 1] ?? null;

function stopsOf(grid: Grid, node: NodeKey): Cell[] {
  const home = grid.laneOf(node);
  return grid.columns
    .filter(({ role, lane }) => role !== "number" && (role !== "lane" || lane === home))
    .map((column) => ({ node, ...column }));
}

function columnAt(grid: Grid, { role, lane }: Cell): number {
  const at = grid.columns.findIndex((one) => one.role === role && one.lane === lane);
  return at === -1 ? 1 : at;
}

function cellAt(grid: Grid, row: number, column: number): Cell | null {
  const node = grid.rows[row];
  const place = grid.columns[column];
  return node === undefined || place === undefined ? null : { node, ...place };
}

const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));
