import type { NodeKey } from "../../../domain/index.js";
import type { Drag } from "./drag.js";
import { areaBetween, stepsInArea, type Area, type Point } from "./hit-test.js";
import { land, nowhere } from "./pointer-state.js";
import { graphOf, type PointerScene } from "./pointer-scene.js";

/** A frame drawn over the form selects the steps that it touches; with Ctrl, those as well. */
export function dragMarquee(scene: PointerScene, isMore: boolean): Drag {
  const { editor, pointer } = scene;
  const { selection } = editor.view.getState();
  const kept = isMore && selection?.type === "nodes" ? selection.keys : [];
  let origin: Point | null = null;
  let area: Area | null = null;
  return {
    begin: ({ form, screen }) => {
      origin = form;
      pointer.setState({ carried: { type: "marquee" }, grip: screen, hover: null });
    },
    move({ form }) {
      area = areaBetween(origin ?? form, form);
      land(pointer, { ...nowhere, marquee: area });
    },
    drop() {
      if (area === null) return;
      const found = new Set<NodeKey>([...kept, ...stepsInArea(scene.form(), area)]);
      const keys = graphOf(scene)
        .nodes.map(({ key }) => key)
        .filter((key) => found.has(key));
      const [first] = keys;
      const { select } = editor.view.getState();
      if (first === undefined) select(null);
      else select({ type: "nodes", keys, active: { node: first, role: "activity", lane: null } });
    },
    end: () => pointer.setState({ carried: null, landing: nowhere }),
  };
}
