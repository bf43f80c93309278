import type { Editor } from "../editor-context.js";

export type CommandGroup = "step" | "lane" | "edit" | "view" | "version";

/**
 * Something that a drafter can do, said once: the toolbar, the command palette and the keyboard all
 * take it from here.
 */
export interface Command {
  /** Unique; `group.verb`. */
  readonly id: string;
  readonly group: CommandGroup;
  /** The text that names it. */
  readonly labelKey: string;
  /** The text before that, where the name alone does not say what is done: "Tambah langkah". */
  readonly prefixKey?: string;
  /** Shortcuts as `Mod+Shift+Z`; `Mod` is Ctrl, and Command on a Mac. The first one is shown. */
  readonly keys: readonly string[];
  /** Whether the shortcut also works while a field is being typed in. */
  readonly inFields?: boolean;
  /** Whether the shortcut works only while the keyboard is on the form, and not in a panel. */
  readonly onForm?: boolean;
  isEnabled(editor: Editor): boolean;
  run(editor: Editor): void;
}
