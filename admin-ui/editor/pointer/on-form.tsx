import { useStore } from "@xyflow/react";
import type { CSSProperties, ReactNode } from "react";

/** A place on the form whose contents keep their size on the screen, whatever the zoom. */
export function OnForm(props: {
  x: number;
  y: number;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}) {
  const zoom = useStore(({ transform }) => transform[2]);
  return (
    <div
      className={`on-form ${props.className ?? ""}`}
      style={{ left: props.x, top: props.y, transform: `scale(${1 / zoom})`, ...props.style }}
    >
      {props.children}
    </div>
  );
}
