import { stepsIn } from "../changes/empty-lane.js";
import { addLane, moveLane, removeLane } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import type { Editor } from "../editor-context.js";
import type { Command } from "./command.js";

const selectedLane = ({ view }: Editor): string | null => {
  const { selection } = view.getState();
  return selection?.type === "lane" ? selection.key : null;
};

export const addLaneCommand: Command = {
  id: "lane.add",
  group: "lane",
  labelKey: "editor.addLane",
  keys: [],
  isEnabled: () => true,
  run: ({ draft, view, t }) => {
    const { document, edit } = draft.getState();
    const key = newKey("p");
    const name = t("editor.newLaneName", { number: document.graph.lanes.length + 1 });
    if (edit([addLane(document.graph, { key, name, binding: null })])) {
      view.getState().select({ type: "lane", key });
      view.getState().openPanel(true);
      view.getState().rename(key);
    }
  },
};

export const renameLaneCommand: Command = {
  id: "lane.rename",
  group: "lane",
  labelKey: "pointer.renameLane",
  keys: ["F2"],
  isEnabled: (editor) => selectedLane(editor) !== null,
  run: (editor) => editor.view.getState().rename(selectedLane(editor)),
};

/** A heading that is selected goes one column to the side, where there is one. */
const moveLaneCommand = (id: string, labelKey: string, key: string, step: 1 | -1): Command => {
  const target = (editor: Editor): { readonly key: string; readonly index: number } | null => {
    const lane = selectedLane(editor);
    const { lanes } = editor.draft.getState().document.graph;
    const index = lanes.findIndex((one) => one.key === lane) + step;
    return lane === null || lanes[index] === undefined ? null : { key: lane, index };
  };
  return {
    id,
    group: "lane",
    labelKey,
    keys: [key],
    onForm: true,
    isEnabled: (editor) => target(editor) !== null,
    run: (editor) => {
      const to = target(editor);
      if (to !== null) editor.draft.getState().edit([moveLane(to.key, to.index)]);
    },
  };
};

/** An empty lane goes at once; what stands in one is said first. */
export const removeLaneCommand: Command = {
  id: "lane.remove",
  group: "lane",
  labelKey: "editor.removeLane",
  keys: ["Delete"],
  isEnabled: (editor) => selectedLane(editor) !== null,
  run: (editor) => {
    const key = selectedLane(editor);
    const { draft, view } = editor;
    const { document, edit } = draft.getState();
    if (key === null) return;
    if (stepsIn(document.graph, key).length > 0) view.getState().openDialog("remove-lane");
    else if (edit(removeLane(document.graph, key))) view.getState().select(null);
  },
};

export const laneCommands: readonly Command[] = [
  addLaneCommand,
  renameLaneCommand,
  moveLaneCommand("lane.move-left", "pointer.moveLaneLeft", "Alt+ArrowLeft", -1),
  moveLaneCommand("lane.move-right", "pointer.moveLaneRight", "Alt+ArrowRight", 1),
  removeLaneCommand,
];
