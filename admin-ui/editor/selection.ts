import type { CellRole } from "./canvas/form-grid.js";

/** What the panel beside the form is about. */
export type Selection =
  | { readonly type: "node"; readonly key: string; readonly role: CellRole }
  | { readonly type: "lane"; readonly key: string };
