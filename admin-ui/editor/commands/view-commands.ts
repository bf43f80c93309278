import type { ZoomWay } from "../canvas/use-zoom.js";
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

export const viewCommands: readonly Command[] = [
  zoomCommand("in", "pointer.zoomIn", ["Mod+Plus", "Mod+=", "Mod+Shift+Plus"]),
  zoomCommand("out", "pointer.zoomOut", ["Mod+-"]),
  zoomCommand("whole", "pointer.zoomFit", ["Mod+0"]),
  zoomCommand("actual", "pointer.zoomActual", ["Mod+1"]),
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
