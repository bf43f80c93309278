import { useEffect, useRef, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { nodeKindViews } from "../kinds/node-kind-views.js";
import type { Surface } from "./drag.js";
import type { Carried, PointerState } from "./pointer-state.js";
import { usePointer, usePointerStore } from "./pointer-state.js";

/**
 * What is carried, under the pointer. It is moved without drawing anything anew, on a layer of its
 * own, so that a drag costs the same however large the form.
 */
export function DragGhost({ surface }: { surface: Surface }) {
  const carried = usePointer((state) => state.carried);
  const isCopy = usePointer((state) => state.landing.isCopy);
  if (carried === null || carried.type === "marquee") return null;
  const ghost =
    carried.type === "arrow" ? (
      <ArrowGhost carried={carried} surface={surface} />
    ) : (
      <BoxGhost isCopy={isCopy}>{faceOf(carried)}</BoxGhost>
    );
  return createPortal(ghost, document.body);
}

function faceOf(carried: Exclude<Carried, { type: "arrow" | "marquee" }>): ReactNode {
  if (carried.type === "lane") {
    return (
      <div className="ghost-lane" style={{ width: carried.width }}>
        {carried.name}
      </div>
    );
  }
  const { Shape, icon } = nodeKindViews[carried.kind];
  const size =
    carried.type === "steps"
      ? carried.size
      : { width: icon.width * 1.6, height: icon.height * 1.6 };
  const count = carried.type === "steps" ? carried.keys.length : 1;
  return (
    <div className="symbol">
      <svg width={size.width} height={size.height} aria-hidden="true">
        <Shape {...size} />
      </svg>
      {count > 1 && <span className="ghost-count">{count}</span>}
    </div>
  );
}

function BoxGhost({ isCopy, children }: { isCopy: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useFollow(({ x, y }) => {
    place.current?.style.setProperty("transform", `translate(${x}px, ${y}px)`);
  });
  return (
    <div ref={place} className="drag-ghost" data-copy={isCopy || undefined}>
      <div className="ghost-face">{children}</div>
    </div>
  );
}

/** The free end of an arrow, as a straight line from where it comes. */
function ArrowGhost(props: { carried: Extract<Carried, { type: "arrow" }>; surface: Surface }) {
  const line = useRef<SVGLineElement>(null);
  const { carried, surface } = props;
  useFollow(({ x, y }) => {
    const origin = surface.toForm({ x: 0, y: 0 });
    const one = surface.toForm({ x: 1, y: 0 }).x - origin.x;
    const from = {
      x: (carried.start.x - origin.x) / one,
      y: (carried.start.y - origin.y) / one,
    };
    line.current?.setAttribute("x1", `${from.x}`);
    line.current?.setAttribute("y1", `${from.y}`);
    line.current?.setAttribute("x2", `${x}`);
    line.current?.setAttribute("y2", `${y}`);
  });
  return (
    <svg className="arrow-ghost" aria-hidden="true">
      <line ref={line} markerEnd="url(#alur-arrow)" />
    </svg>
  );
}

/** Calls `place` with the pointer's place in px of the window, now and at each move. */
function useFollow(place: (at: { x: number; y: number }) => void): void {
  const store = usePointerStore();
  const call = useRef(place);
  useEffect(() => {
    call.current = place;
  });
  useEffect(() => {
    const { grip }: PointerState = store.getState();
    call.current(grip);
    const onMove = (event: PointerEvent) => call.current({ x: event.clientX, y: event.clientY });
    window.addEventListener("pointermove", onMove);
    return () => window.removeEventListener("pointermove", onMove);
  }, [store]);
}
