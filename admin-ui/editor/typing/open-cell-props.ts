import type { Graph, GraphNode } from "../../../domain/index.js";
import type { Cell } from "../selection.js";
import type { CellBox } from "./cell-box.js";

/** What each open cell is given. */
export interface OpenCellProps {
  readonly cell: Cell;
  readonly box: CellBox;
  readonly node: GraphNode;
  readonly graph: Graph;
}
