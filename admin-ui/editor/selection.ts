import type { EdgeKey, LaneKey, NodeKey } from "../../domain/index.js";
import type { CellRole } from "./canvas/cell-role.js";

/** One cell of the form; in a lane's column `lane` says which. */
export interface Cell {
  readonly node: NodeKey;
  readonly role: CellRole;
  readonly lane: LaneKey | null;
}

/** What the next command is about, and what the panel beside the form shows. */
export type Selection =
  | {
      readonly type: "nodes";
      /** In the order in which they were chosen; never empty. */
      readonly keys: readonly NodeKey[];
      /** Where the keyboard stands: a cell of one of them. */
      readonly active: Cell;
    }
  | { readonly type: "lane"; readonly key: LaneKey }
  | { readonly type: "edge"; readonly key: EdgeKey };

export const selectCell = (active: Cell): Selection => ({
  type: "nodes",
  keys: [active.node],
  active,
});

/** One row as a whole; the keyboard stands in its text. */
export const selectNode = (node: NodeKey): Selection =>
  selectCell({ node, role: "activity", lane: null });
