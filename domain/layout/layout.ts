import type { Graph } from "../sop/graph.js";
import type { FormColumns } from "../sop/form-columns.js";
import { columnPlan } from "./column-plan.js";
import { columnWidths } from "./column-widths.js";
import { drawPaths } from "./draw-paths.js";
import type { FormLayout, FormRow } from "./form-layout.js";
import { formGrid } from "./form-grid.js";
import { levelSizes } from "./level-sizes.js";
import type { Metrics } from "./metrics.js";
import { placeColumns } from "./place-columns.js";
import { placeHeader } from "./place-header.js";
import { placeRows } from "./place-rows.js";
import { placeSymbols } from "./place-symbols.js";
import { trackedRoutes } from "./tracked-routes.js";
import { cellsHeight, rowCells, rowTexts } from "./row-cells.js";

/**
 * The geometry of the official form, from the graph alone: the same graph, metrics and columns
 * (`null`: those of Permenpan RB 35/2012) give the same form, on the screen and on paper, where `paginate`
 * cuts it. Total: what cannot be drawn (an edge without one of its ends, a part in an unknown lane)
 * is left out.
 *
 * The edges are routed on a grid without sizes; then each piece gets a track of its own; then the
 * columns and rows are made wide enough for their tracks. So lines never run on one another or
 * through a symbol, however narrow the form.
 */
export function layout(
  graph: Graph,
  metrics: Metrics,
  columns: FormColumns | null = null,
): FormLayout {
  const plan = columnPlan(columns, metrics);
  const grid = formGrid(graph);
  const { routing, channels } = trackedRoutes(graph.edges, grid);
  const sizes = levelSizes(grid, routing, channels, metrics);

  const nodes = grid.rows.map((row) => grid.levels[row.level]!);
  const texts = rowTexts(
    graph,
    nodes.map((level) => level.node),
    plan,
    metrics,
  );
  const widths = columnWidths(graph.lanes, plan, texts, sizes, channels, metrics);
  const across = placeColumns(graph.lanes, plan, widths, sizes, channels, metrics);
  const header = placeHeader(across.columns, plan, metrics);
  const cells = rowCells(texts, across.columns, metrics);
  const textHeights = cells.map((row) => cellsHeight(row, metrics));
  const down = placeRows(grid, sizes, channels, textHeights, header.height, metrics);
  const places = placeSymbols(grid, routing, sizes, channels.levelGroups, across, down, metrics);
  const paths = drawPaths(graph, grid, routing, sizes, places);

  let number = 0;
  const rows = nodes.map(({ node, kind }, at): FormRow => {
    const { y, height } = down.rows[at]!;
    const isNumbered = kind.isNumbered(node);
    if (isNumbered) number++;
    return { node: node.key, number: isNumbered ? number : null, y, height, cells: cells[at]! };
  });
  return {
    width: across.width,
    height: down.height,
    header,
    columns: across.columns,
    rows,
    symbols: places.symbols,
    joints: places.joints,
    paths,
  };
}
