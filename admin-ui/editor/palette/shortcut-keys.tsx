import { shortcutText } from "../commands/shortcut.js";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A shortcut as the keys are labelled. */
export function Shortcut({ keys }: { keys: string }) {
  return <kbd className="shortcut">{shortcutText(keys, isMac)}</kbd>;
}
