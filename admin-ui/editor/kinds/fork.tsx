import { blankNode } from "./blank-node.js";
import type { NodeKindView, ShapeSize } from "./node-kind-view.js";

const Bar = ({ width, height }: ShapeSize) => (
  <rect className="bar" x={0} y={0} width={width} height={height} />
);

export const forkView: NodeKindView = {
  kind: "fork",
  labelKey: "kind.fork",
  hintKey: "kindHint.fork",
  Shape: Bar,
  icon: { width: 28, height: 5 },
  create: (key, lane) => blankNode("fork", key, lane),
};
