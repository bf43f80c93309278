import type { ZoomWay } from "../canvas/use-zoom.js";
import { narrowWindow } from "../editor-view.js";
import type { Command } from "./command.js";

const zoomCommand = (way: ZoomWay, labelKey: string, keys: readonly string[]): Command => ({
  id: `view.zoom-${way}`,
  group: "view",
  labelKey,
  keys,
  inFields: true,
  isEnabled: ({ view }) => view.getState().tab === "form",
  run: ({ view }) => view.getState().zoomTo(way),
});

/** The panel beside the form; on a narrow window, the one over it. */
export const sideCommand: Command = {
  id: "view.side",
  group: "view",
  labelKey: "editor.togglePanel",
  keys: ["Mod+\\"],
  inFields: true,
  isEnabled: ({ view }) => view.getState().tab === "form",
  run: ({ view }) => {
    const { isPanelOpen, isSideShown, openPanel, showSide } = view.getState();
    if (matchMedia(narrowWindow).matches) openPanel(!isPanelOpen);
    else showSide(!isSideShown);
  },
};

export const viewCommands: readonly Command[] = [
  zoomCommand("in", "pointer.zoomIn", ["Mod+Plus", "Mod+=", "Mod+Shift+Plus"]),
  zoomCommand("out", "pointer.zoomOut", ["Mod+-"]),
  zoomCommand("whole", "pointer.zoomFit", ["Mod+0"]),
  zoomCommand("actual", "pointer.zoomActual", ["Mod+1"]),
  sideCommand,
  {
    id: "view.step-tools",
    group: "view",
    labelKey: "pointer.toolsOfStep",
    keys: ["Mod+."],
    isEnabled: () => toolsOnForm() !== null,
    run: () => toolsOnForm()?.focus(),
  },
];

/** The tools that lie on the form, at the selected step or arrow. */
const toolsOnForm = (): HTMLElement | null =>
  document.querySelector<HTMLElement>(".form-canvas [data-tools][role=toolbar] button");
