import { blankNode } from "./blank-node.js";
import type { NodeKindView, ShapeSize } from "./node-kind-view.js";

const Pentagon = ({ width, height }: ShapeSize) => (
  <path
    d={`M0.75 0.75H${width - 0.75}V${height * 0.6}L${width / 2} ${height - 0.75}L0.75 ${height * 0.6}Z`}
  />
);

export const connectorView: NodeKindView = {
  kind: "connector",
  labelKey: "kind.connector",
  hintKey: "kindHint.connector",
  Shape: Pentagon,
  icon: { width: 22, height: 18 },
  create: (key, lane) => blankNode("connector", key, lane),
};
