import { blankNode } from "./blank-node.js";
import { forkView } from "./fork.js";
import type { NodeKindView } from "./node-kind-view.js";

export const joinView: NodeKindView = {
  kind: "join",
  labelKey: "kind.join",
  hintKey: "kindHint.join",
  Shape: forkView.Shape,
  icon: { width: 28, height: 5 },
  create: (key, lane) => blankNode("join", key, lane),
};
