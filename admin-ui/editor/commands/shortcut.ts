/** The part of a keyboard event that a shortcut is told by. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether the keys of `shortcut` ("Mod+Shift+Z", "F2", "Alt+ArrowUp") were pressed, and no other
 * modifier. `Mod` is Ctrl or Command, as the system has it.
 */
export function isShortcut(shortcut: string, press: KeyPress): boolean {
  const names = shortcut.split("+");
  const last = names.at(-1) ?? "";
  const key = last === "Plus" ? "+" : last;
  const wants = (name: string): boolean => names.slice(0, -1).includes(name);
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === wants("Mod") &&
    press.shiftKey === wants("Shift") &&
    press.altKey === wants("Alt")
  );
}

const shownNames: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Plus: "+",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** As it is printed beside the command: `Ctrl+Shift+Z`, on a Mac `⌘+Shift+Z`. */
export function shortcutText(shortcut: string, isMac: boolean): string {
  return shortcut
    .split("+")
    .map((name) => (name === "Mod" && isMac ? "⌘" : (shownNames[name] ?? name)))
    .join("+");
}
