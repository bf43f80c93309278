import type { NodeKey } from "../../../domain/index.js";
import type { Cell } from "../selection.js";
import type { SpokenSteps } from "../typing/spoken-step.js";

/** The modifiers of a press: they make a selection grow instead of beginning a new one. */
export interface Press {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What makes a form a grid that is worked in, instead of a table that is read. */
export interface FormEditing {
  /** The one cell that the keyboard stands in. */
  readonly active: Cell | null;
  readonly selected: ReadonlySet<NodeKey>;
  /** What a screen reader hears on a step's symbol. */
  readonly spoken: SpokenSteps;
  press(cell: Cell, how: Press): void;
}

/** Names a cell in the page: its element's `data-cell`. */
export const cellId = ({ node, role, lane }: Cell): string => `${node}/${role}/${lane ?? ""}`;
