import type { Command } from "./command.js";

export const undoCommand: Command = {
  id: "edit.undo",
  group: "edit",
  labelKey: "editor.undo",
  keys: ["Mod+Z"],
  isEnabled: ({ draft }) => draft.getState().undoSteps.length > 0,
  run: ({ draft }) => draft.getState().undo(),
};

export const redoCommand: Command = {
  id: "edit.redo",
  group: "edit",
  labelKey: "editor.redo",
  keys: ["Mod+Shift+Z", "Mod+Y"],
  isEnabled: ({ draft }) => draft.getState().redoSteps.length > 0,
  run: ({ draft }) => draft.getState().redo(),
};

export const historyCommands: readonly Command[] = [undoCommand, redoCommand];
