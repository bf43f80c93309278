import { addLane } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import type { Command } from "./command.js";

export const addLaneCommand: Command = {
  id: "lane.add",
  group: "lane",
  labelKey: "editor.addLane",
  keys: [],
  isEnabled: () => true,
  run: ({ draft, view, t }) => {
    const { document, edit } = draft.getState();
    const key = newKey("p");
    const name = t("editor.newLaneName", { number: document.graph.lanes.length + 1 });
    if (edit([addLane(document.graph, { key, name, binding: null })])) {
      view.getState().select({ type: "lane", key });
      view.getState().openPanel(true);
    }
  },
};

export const laneCommands: readonly Command[] = [addLaneCommand];
