import { Handle, Position, type NodeProps } from "@xyflow/react";
import { memo } from "react";
import type { SymbolFlowNode } from "./flow-elements.js";
import { nodeKindViews } from "../kinds/node-kind-views.js";
import { StepPress } from "./step-press.js";

/** One symbol of the form. The handles are only there because React Flow ties edges to them. */
export const SymbolNode = memo(function SymbolNode({ data }: NodeProps<SymbolFlowNode>) {
  const { Shape } = nodeKindViews[data.kind];
  const { width, height } = data;
  return (
    <div
      className="symbol"
      data-mark={data.mark ?? undefined}
      data-testid={`symbol-${data.nodeKey}-${data.laneKey ?? ""}`}
      style={{ width, height }}
    >
      <svg width={width} height={height} aria-hidden="true">
        <Shape width={width} height={height} />
      </svg>
      {data.lines.length > 0 && (
        <div className="symbol-label">
          {data.lines.map((line, index) => (
            <div key={index}>{line}</div>
          ))}
        </div>
      )}
      <StepPress node={data.nodeKey} lane={data.laneKey ?? ""} />
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
});
