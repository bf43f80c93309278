import { useEffect } from "react";
import { useEditor } from "../editor-context.js";
import { commands } from "./commands.js";
import { isShortcut } from "./shortcut.js";

/** Runs commands from the keyboard. A field that is being typed in keeps its keys to itself. */
export function useShortcuts(): void {
  const editor = useEditor();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || editor.view.getState().dialog !== null) return;
      const isInField =
        event.target instanceof HTMLElement &&
        event.target.closest("input,textarea,[contenteditable],[role=dialog]") !== null;
      const isOnForm =
        event.target === document.body ||
        (event.target instanceof HTMLElement && event.target.closest(".form-canvas") !== null);
      const command = commands.find(
        (one) =>
          (!isInField || one.inFields === true) &&
          (isOnForm || one.onForm !== true) &&
          one.keys.some((keys) => isShortcut(keys, event)) &&
          one.isEnabled(editor),
      );
      if (command === undefined) return;
      event.preventDefault();
      command.run(editor);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [editor]);
}
