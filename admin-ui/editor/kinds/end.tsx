import { blankNode } from "./blank-node.js";
import type { NodeKindView } from "./node-kind-view.js";
import { startView } from "./start.js";

export const endView: NodeKindView = {
  kind: "end",
  labelKey: "kind.end",
  hintKey: "kindHint.end",
  Shape: startView.Shape,
  icon: { width: 28, height: 14 },
  create: (key, lane) => blankNode("end", key, lane),
};
