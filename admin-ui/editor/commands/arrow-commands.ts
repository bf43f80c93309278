import { removeEdge } from "../changes/graph-changes.js";
import type { Command } from "./command.js";

export const removeArrowCommand: Command = {
  id: "arrow.remove",
  group: "step",
  labelKey: "pointer.removeArrow",
  keys: ["Delete", "Backspace"],
  isEnabled: ({ view }) => view.getState().selection?.type === "edge",
  run: ({ draft, view }) => {
    const { selection, select } = view.getState();
    if (selection?.type !== "edge") return;
    if (draft.getState().edit([removeEdge(selection.key)])) select(null);
  },
};

export const arrowCommands: readonly Command[] = [removeArrowCommand];
