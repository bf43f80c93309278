import type { EdgeKey, FormSymbol, NodeKey } from "../../../domain/index.js";
import { connectSteps, takesArrow } from "../changes/connect-steps.js";
import { changeEdge } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import type { Drag } from "./drag.js";
import { hitSymbol, rowAt, type Point } from "./hit-test.js";
import { land, nowhere } from "./pointer-state.js";
import { graphOf, outcomeNames, type PointerScene } from "./pointer-scene.js";

/** px of the window: an arrow is caught by a symbol that the pointer comes this near to. */
const catches = 12;

/** A new arrow out of a symbol. */
export const arrowFrom = (symbol: FormSymbol) => ({
  from: symbol.node,
  edge: null,
  start: { x: symbol.x + symbol.width / 2, y: symbol.y + symbol.height / 2 },
});

/** The end of an arrow to a symbol or a row number; `edge: null` draws a new one. */
export function dragArrow(
  scene: PointerScene,
  arrow: { readonly from: NodeKey; readonly edge: EdgeKey | null; readonly start: Point },
): Drag {
  const { pointer } = scene;
  let target: NodeKey | null = null;
  return {
    begin: ({ screen }) =>
      pointer.setState({ carried: { type: "arrow", ...arrow }, grip: screen, hover: null }),
    move({ form: at }) {
      const found = targetAt(scene, at);
      target = found !== null && takesArrow(graphOf(scene), arrow.from, found) ? found : null;
      land(pointer, { ...nowhere, target });
    },
    drop() {
      if (target !== null) leadTo(scene, arrow, target);
    },
    end: () => pointer.setState({ carried: null, landing: nowhere }),
  };
}

/** The step whose symbol is at the point, or whose number is. */
export function targetAt(scene: PointerScene, at: Point): NodeKey | null {
  const form = scene.form();
  const symbol = hitSymbol(form, at, catches / scene.zoom());
  if (symbol !== null) return symbol.node;
  const [numbers] = form.columns;
  const isOnNumber = numbers !== undefined && at.x >= 0 && at.x < numbers.width;
  return isOnNumber ? (rowAt(form, at.y)?.node ?? null) : null;
}

/** Leads the arrow there, and selects it. */
export function leadTo(
  scene: PointerScene,
  arrow: { readonly from: NodeKey; readonly edge: EdgeKey | null },
  target: NodeKey,
): void {
  const { draft, view } = scene.editor;
  const graph = graphOf(scene);
  const key = newKey("e");
  const edge = graph.edges.find((one) => one.key === arrow.edge);
  const edits =
    edge === undefined
      ? connectSteps(graph, arrow.from, target, outcomeNames(scene), () => key)
      : [changeEdge({ ...edge, to: target })];
  if (!draft.getState().edit(edits)) return;
  const { edges } = draft.getState().document.graph;
  const led = edges.findLast(({ from, to }) => from === arrow.from && to === target);
  if (led !== undefined) view.getState().select({ type: "edge", key: led.key });
}
