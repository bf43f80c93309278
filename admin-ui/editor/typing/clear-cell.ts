import type { GraphNode } from "../../../domain/index.js";
import { changeNode } from "../changes/graph-changes.js";
import { setOutputs } from "../changes/list-lines.js";
import { removeSteps } from "../changes/remove-steps.js";
import type { Editor } from "../editor-context.js";
import type { Cell } from "../selection.js";

/** What each cell is when nothing stands in it. */
const emptied: Readonly<Record<string, Partial<GraphNode>>> = {
  activity: { text: "" },
  requirements: { requirements: [] },
  time: { standardTime: null },
  remarks: { remarks: null },
};

/** Empties the cell; on a symbol, a row's number, or several rows, takes the rows away. */
export function clearCell(editor: Editor, { node: key, role }: Cell): boolean {
  const { document, edit } = editor.draft.getState();
  const { graph } = document;
  const { selection } = editor.view.getState();
  const keys = selection?.type === "nodes" ? selection.keys : [key];
  const node = graph.nodes.find((one) => one.key === key);
  if (keys.length > 1 || role === "number" || role === "lane") {
    return edit(removeSteps(graph, keys));
  }
  if (node === undefined) return false;
  if (role === "output") return edit(setOutputs(graph, node, []));
  return edit([changeNode({ ...node, ...emptied[role] })]);
}
