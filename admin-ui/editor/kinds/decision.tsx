import { blankNode } from "./blank-node.js";
import type { NodeKindView } from "./node-kind-view.js";
import { outlineShape } from "./outline-shape.js";

export const decisionView: NodeKindView = {
  kind: "decision",
  labelKey: "kind.decision",
  hintKey: "kindHint.decision",
  Shape: outlineShape("diamond"),
  icon: { width: 28, height: 18 },
  create: (key, lane) => blankNode("decision", key, lane),
};
