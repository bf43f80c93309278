import { blankNode } from "./blank-node.js";
import type { NodeKindView } from "./node-kind-view.js";
import { outlineShape } from "./outline-shape.js";

export const activityView: NodeKindView = {
  kind: "activity",
  labelKey: "kind.activity",
  hintKey: "kindHint.activity",
  Shape: outlineShape("box"),
  icon: { width: 26, height: 15 },
  create: (key, lane) => blankNode("activity", key, lane),
};
