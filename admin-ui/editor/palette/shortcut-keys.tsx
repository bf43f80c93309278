import { shortcutText } from "../commands/shortcut.js";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A shortcut as this computer's keys are labelled. */
export const shownShortcut = (keys: string): string => shortcutText(keys, isMac);

/** The same, drawn as keys. */
export function Shortcut({ keys }: { keys: string }) {
  return <kbd className="shortcut">{shownShortcut(keys)}</kbd>;
}
