import { blankNode } from "./blank-node.js";
import type { NodeKindView } from "./node-kind-view.js";
import { outlineShape } from "./outline-shape.js";

export const forkView: NodeKindView = {
  kind: "fork",
  labelKey: "kind.fork",
  hintKey: "kindHint.fork",
  Shape: outlineShape("bar", 0),
  icon: { width: 28, height: 5 },
  create: (key, lane) => blankNode("fork", key, lane),
};
