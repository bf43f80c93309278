import { blankNode } from "./blank-node.js";
import type { NodeKindView, ShapeSize } from "./node-kind-view.js";

const Box = ({ width, height }: ShapeSize) => (
  <rect x={0.75} y={0.75} width={width - 1.5} height={height - 1.5} />
);

export const activityView: NodeKindView = {
  kind: "activity",
  labelKey: "kind.activity",
  hintKey: "kindHint.activity",
  Shape: Box,
  icon: { width: 26, height: 15 },
  create: (key, lane) => blankNode("activity", key, lane),
};
