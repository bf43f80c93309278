import { blankNode } from "./blank-node.js";
import type { NodeKindView, ShapeSize } from "./node-kind-view.js";

const Capsule = ({ width, height }: ShapeSize) => (
  <rect x={0.75} y={0.75} width={width - 1.5} height={height - 1.5} rx={(height - 1.5) / 2} />
);

export const startView: NodeKindView = {
  kind: "start",
  labelKey: "kind.start",
  hintKey: "kindHint.start",
  Shape: Capsule,
  icon: { width: 28, height: 14 },
  create: (key, lane) => blankNode("start", key, lane),
};
