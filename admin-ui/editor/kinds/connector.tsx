import { blankNode } from "./blank-node.js";
import type { NodeKindView } from "./node-kind-view.js";
import { outlineShape } from "./outline-shape.js";

export const connectorView: NodeKindView = {
  kind: "connector",
  labelKey: "kind.connector",
  hintKey: "kindHint.connector",
  Shape: outlineShape("pentagon"),
  icon: { width: 22, height: 18 },
  create: (key, lane) => blankNode("connector", key, lane),
};
