import { kindOf, type NodeKey } from "../../../domain/index.js";
import { appendStep } from "../changes/append-step.js";
import { newKey } from "../draft/new-key.js";
import type { NodeKindView } from "../kinds/node-kind-view.js";
import { selectNode } from "../selection.js";
import type { Drag } from "./drag.js";
import { gapAt, isOverLanes, laneAt, type RowGap } from "./hit-test.js";
import { land, nowhere } from "./pointer-state.js";
import { graphOf, outcomeNames, type PointerScene } from "./pointer-scene.js";

/** A kind from the tools beside a step, put down in any lane between any two rows. */
export function dragNewStep(scene: PointerScene, kind: NodeKindView): Drag {
  const { editor, pointer } = scene;
  let gap: RowGap | null = null;
  let lane: string | null = null;
  return {
    begin: ({ screen }) =>
      pointer.setState({ carried: { type: "kind", kind: kind.kind }, grip: screen, hover: null }),
    move({ form: at }) {
      const form = scene.form();
      lane = laneAt(form, at.x)?.lane ?? null;
      gap = isOverLanes(form, at.x) ? gapAt(form, at.y) : null;
      land(pointer, {
        ...nowhere,
        lineY: gap?.y ?? null,
        lane: gap === null ? null : lane,
      });
    },
    drop() {
      if (gap === null) return;
      const node = kind.create(newKey("n"), lane);
      if (editor.draft.getState().edit(putDown(scene, node, gap))) {
        editor.view.getState().select(selectNode(node.key));
      }
    },
    end: () => pointer.setState({ carried: null, landing: nowhere }),
  };
}

/** Under a row that goes on it joins the flow; elsewhere it waits for its arrows. */
function putDown(
  scene: PointerScene,
  node: ReturnType<NodeKindView["create"]>,
  { after, before }: RowGap,
) {
  const graph = graphOf(scene);
  const above = graph.nodes.find(({ key }) => key === after);
  if (above !== undefined && kindOf(above).edgesOut.max !== 0) {
    return appendStep(graph, above.key, node, outcomeNames(scene), () => newKey("e"));
  }
  const rowOf = (key: NodeKey | null): number => graph.nodes.findIndex((one) => one.key === key);
  const index = before === null ? graph.nodes.length : Math.max(0, rowOf(before));
  return [{ op: "ADD", in: "nodes", index, value: node } as const];
}
