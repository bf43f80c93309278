import { blankNode } from "./blank-node.js";
import type { NodeKindView, ShapeSize } from "./node-kind-view.js";

const Diamond = ({ width, height }: ShapeSize) => (
  <path
    d={`M${width / 2} 0.75L${width - 0.75} ${height / 2}L${width / 2} ${height - 0.75}L0.75 ${height / 2}Z`}
  />
);

export const decisionView: NodeKindView = {
  kind: "decision",
  labelKey: "kind.decision",
  hintKey: "kindHint.decision",
  Shape: Diamond,
  icon: { width: 28, height: 18 },
  create: (key, lane) => blankNode("decision", key, lane),
};
