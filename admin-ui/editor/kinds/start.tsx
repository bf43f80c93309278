import { blankNode } from "./blank-node.js";
import type { NodeKindView } from "./node-kind-view.js";
import { outlineShape } from "./outline-shape.js";

export const startView: NodeKindView = {
  kind: "start",
  labelKey: "kind.start",
  hintKey: "kindHint.start",
  Shape: outlineShape("capsule"),
  icon: { width: 28, height: 14 },
  create: (key, lane) => blankNode("start", key, lane),
};
