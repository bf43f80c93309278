import { useEffect } from "react";
import { useEditor } from "../editor-context.js";
import { offerPastedTable } from "./pasted-texts.js";

/** A table that is pasted anywhere outside of a field opens the dialog. */
export function useTableOnForm(): void {
  const editor = useEditor();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || editor.view.getState().dialog !== null) return;
      const isInField =
        event.target instanceof HTMLElement &&
        event.target.closest("input,textarea,[contenteditable],[role=dialog]") !== null;
      if (!isInField && offerPastedTable(editor, event.clipboardData)) event.preventDefault();
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [editor]);
}
