import type { EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { PathFlowEdge } from "./flow-elements.js";

const labelLine = 12;

/** One arrow, drawn along the layout's own path; its outcome stands beside the symbol. */
export const PathEdge = memo(function PathEdge({ data }: EdgeProps<PathFlowEdge>) {
  if (data === undefined) return null;
  const { points, label, edge } = data.path;
  const line = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  return (
    <g data-testid={`edge-${edge}`}>
      <path className="flow-path" d={line} markerEnd="url(#alur-arrow)" />
      {label !== null && (
        <text
          className="flow-label"
          textAnchor={label.anchor}
          x={label.anchor === "end" ? label.x + label.width : label.x}
          y={label.y}
        >
          {label.lines.map((text, index) => (
            <tspan
              key={index}
              x={label.anchor === "end" ? label.x + label.width : label.x}
              dy={index === 0 ? labelLine * 0.8 : labelLine}
            >
              {text}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
});
