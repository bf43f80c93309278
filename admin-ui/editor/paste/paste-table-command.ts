import type { Command } from "../commands/command.js";
import { openPasteTable } from "./pasted-texts.js";

export const pasteTableCommand: Command = {
  id: "edit.paste-table",
  group: "edit",
  labelKey: "paste.title",
  keys: [],
  isEnabled: () => true,
  run: (editor) => openPasteTable(editor),
};
