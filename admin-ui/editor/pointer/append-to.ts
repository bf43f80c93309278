import type { FormSymbol } from "../../../domain/index.js";
import { appendStep } from "../changes/append-step.js";
import { newKey } from "../draft/new-key.js";
import type { NodeKindView } from "../kinds/node-kind-view.js";
import { selectCell } from "../selection.js";
import { outcomeNames, type PointerScene } from "./pointer-scene.js";

/** The next step, in the lane of the box that it was asked for at. */
export function appendTo(scene: PointerScene, symbol: FormSymbol, kind: NodeKindView): void {
  const { draft, view } = scene.editor;
  const { graph } = draft.getState().document;
  const fresh = kind.create(newKey("n"), symbol.lane ?? graph.lanes[0]?.key ?? null);
  const edits = appendStep(graph, symbol.node, fresh, outcomeNames(scene), () => newKey("e"));
  if (!draft.getState().edit(edits)) return;
  view.getState().select(selectCell({ node: fresh.key, role: "activity", lane: null }));
}
