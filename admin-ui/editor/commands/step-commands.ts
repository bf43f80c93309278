import { addStep } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import type { Editor } from "../editor-context.js";
import type { NodeKindView } from "../kinds/node-kind-view.js";
import { paletteViews } from "../kinds/node-kind-views.js";
import { selectNode } from "../selection.js";
import type { Command } from "./command.js";

/** A new row goes under the selected one, or else before the last row of the form. */
export function addStepOfKind(editor: Editor, kind: NodeKindView): void {
  const { draft, view, t } = editor;
  const { graph } = draft.getState().document;
  const { selection } = view.getState();
  const after = selection?.type === "nodes" ? selection.active.node : graph.nodes.at(-1)?.key;
  const anchor = graph.nodes.find((node) => node.key === after);
  const lane = anchor?.parts[0]?.lane ?? graph.lanes[0]?.key ?? null;
  const node = kind.create(newKey("n"), lane);
  const outcomes = [t("editor.yes"), t("editor.no")];
  if (draft.getState().edit(addStep(graph, after ?? "", node, outcomes, () => newKey("e")))) {
    view.getState().select(selectNode(node.key));
    view.getState().openPanel(true);
  }
}

export const stepCommands: readonly Command[] = paletteViews.map((kind) => ({
  id: `step.add-${kind.kind}`,
  group: "step",
  labelKey: kind.labelKey,
  prefixKey: "editor.addStep",
  keys: [],
  isEnabled: () => true,
  run: (editor) => addStepOfKind(editor, kind),
}));
