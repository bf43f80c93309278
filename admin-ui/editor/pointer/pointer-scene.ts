import type { FormLayout, Graph } from "../../../domain/index.js";
import type { Editor } from "../editor-context.js";
import type { PointerStore } from "./pointer-state.js";

/** What a drag works on. The form and its zoom are asked for anew: both change under a drag. */
export interface PointerScene {
  readonly editor: Editor;
  readonly pointer: PointerStore;
  form(): FormLayout;
  zoom(): number;
}

export const graphOf = ({ editor }: PointerScene): Graph => editor.draft.getState().document.graph;

/** The usual names of a decision's outcomes, in the drafter's language. */
export const outcomeNames = ({ editor: { t } }: PointerScene): readonly string[] => [
  t("editor.yes"),
  t("editor.no"),
];
