import type { NodeKey } from "../../../domain/index.js";
import { changeKind } from "../changes/change-kind.js";
import { copySteps } from "../changes/copy-steps.js";
import { inTurn } from "../changes/in-turn.js";
import { moveSteps } from "../changes/move-steps.js";
import { shiftRows } from "../changes/place-steps.js";
import { removeSteps } from "../changes/remove-steps.js";
import { newKey } from "../draft/new-key.js";
import type { Editor } from "../editor-context.js";
import { paletteViews } from "../kinds/node-kind-views.js";
import { stepBelow } from "../typing/leave-cell.js";
import { openCell } from "../typing/open-cell.js";
import { selectAll } from "../typing/select-rows.js";
import { putSteps } from "../typing/use-clipboard.js";
import type { Command } from "./command.js";

const selectedRows = ({ view }: Editor): readonly NodeKey[] => {
  const { selection } = view.getState();
  return selection?.type === "nodes" ? selection.keys : [];
};

const hasRows = (editor: Editor): boolean => selectedRows(editor).length > 0;

/** What is done to the selected rows, and to them only while the keyboard is on the form. */
const rowCommand = (
  id: string,
  labelKey: string,
  keys: readonly string[],
  run: Command["run"],
): Command => ({ id, group: "step", labelKey, keys, onForm: true, isEnabled: hasRows, run });

const shift =
  (step: 1 | -1): Command["run"] =>
  (editor) => {
    const { document, edit } = editor.draft.getState();
    edit(shiftRows(document.graph, selectedRows(editor), step));
  };

/** To the lane beside; the keyboard goes with the symbol. */
const toLane =
  (step: 1 | -1): Command["run"] =>
  (editor) => {
    const { draft, view } = editor;
    const { document, edit } = draft.getState();
    const { selection, select } = view.getState();
    if (selection?.type !== "nodes") return;
    if (!edit(moveSteps(document.graph, selection.keys, { lanes: step }))) return;
    const { node: key, role } = selection.active;
    const moved = draft.getState().document.graph.nodes.find((node) => node.key === key);
    const lane = moved?.parts[0]?.lane;
    if (role === "lane" && lane !== undefined) {
      select({ ...selection, active: { node: key, role, lane } });
    }
  };

const becomeCommands = paletteViews.map(({ kind }): Command => ({
  id: `step.become-${kind}`,
  group: "step",
  labelKey: `typing.become.${kind}`,
  keys: [],
  isEnabled: hasRows,
  run: (editor) => {
    const { draft, t } = editor;
    const { document, edit } = draft.getState();
    const outcomes = [t("editor.yes"), t("editor.no")];
    const edits = inTurn(document.graph, selectedRows(editor), (graph, key) => {
      const node = graph.nodes.find((one) => one.key === key);
      if (node === undefined) return [];
      return changeKind(graph, node, kind, outcomes, () => newKey("e"));
    });
    edit(edits);
  },
}));

export const rowCommands: readonly Command[] = [
  {
    ...rowCommand("step.insert-below", "typing.insertBelow", ["Mod+Enter"], (editor) => {
      const { selection, type } = editor.view.getState();
      type(null);
      if (selection?.type === "nodes") stepBelow(editor, selection.active.node);
    }),
    inFields: true,
  },
  rowCommand("step.move-up", "editor.moveUp", ["Alt+ArrowUp"], shift(-1)),
  rowCommand("step.move-down", "editor.moveDown", ["Alt+ArrowDown"], shift(1)),
  rowCommand("step.lane-left", "typing.laneLeft", ["Alt+ArrowLeft"], toLane(-1)),
  rowCommand("step.lane-right", "typing.laneRight", ["Alt+ArrowRight"], toLane(1)),
  rowCommand("step.duplicate", "typing.duplicate", ["Mod+D"], (editor) => {
    const { graph } = editor.draft.getState().document;
    putSteps(editor, copySteps(graph, selectedRows(editor)));
  }),
  rowCommand("step.remove", "editor.removeStep", ["Mod+Delete", "Mod+Backspace"], (editor) => {
    const { document, edit } = editor.draft.getState();
    edit(removeSteps(document.graph, selectedRows(editor)));
  }),
  rowCommand("step.arrows", "typing.arrows", [], (editor) => {
    const { selection } = editor.view.getState();
    if (selection?.type !== "nodes") return;
    const { node: key } = selection.active;
    const node = editor.draft.getState().document.graph.nodes.find((one) => one.key === key);
    const lane = node?.parts[0]?.lane ?? null;
    openCell(editor, { node: key, role: "lane", lane }, "arrows");
  }),
  {
    id: "edit.select-all",
    group: "edit",
    labelKey: "typing.selectAll",
    keys: ["Mod+A"],
    onForm: true,
    isEnabled: ({ draft }) => draft.getState().document.graph.nodes.length > 0,
    run: ({ draft, view }) => {
      const { selection, select } = view.getState();
      const keys = draft.getState().document.graph.nodes.map(({ key }) => key);
      select(selectAll(keys, selection?.type === "nodes" ? selection.active : null));
    },
  },
  ...becomeCommands,
];
