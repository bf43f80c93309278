import { createStore } from "zustand/vanilla";
import type { Editor } from "../editor-context.js";
import { clipboardTexts, holdsTable, type ClipboardTexts } from "./read-clipboard.js";

/** What was pasted onto the form, on its way into the dialog. */
export const pastedTexts = createStore<{ readonly texts: ClipboardTexts | null }>(() => ({
  texts: null,
}));

/** Opens the dialog, with a table in it where one was pasted. */
export function openPasteTable({ view }: Editor, texts: ClipboardTexts | null = null): void {
  pastedTexts.setState({ texts });
  view.getState().openDialog("paste");
}

/** Takes a table off the clipboard into the dialog; `false` where there is none. */
export function offerPastedTable(editor: Editor, data: DataTransfer | null): boolean {
  const texts = clipboardTexts(data);
  if (!holdsTable(texts)) return false;
  openPasteTable(editor, texts);
  return true;
}
