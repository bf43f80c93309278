import { useStoreApi } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { readableZoom } from "../canvas/use-visible-band.js";
import type { PointerScene } from "./pointer-scene.js";
import { followPress, type Drag, type Surface } from "./drag.js";
import { dragLane } from "./drag-lane.js";
import { dragMarquee } from "./drag-marquee.js";
import { dragSteps } from "./drag-steps.js";
import { hitPath, hitSymbol } from "./hit-test.js";
import { hoverOver, type Hover } from "./pointer-state.js";

/** px of the window: how near to an arrow a press is meant for it. */
const nearArrow = 5;
/** The same of a symbol that is too small to be hit. */
const nearSmall = 6;
/** What takes its own presses: fields, and the tools that lie on the form. */
const ownPresses =
  "input,textarea,[contenteditable],[data-tools],.react-flow__panel,[role=listbox]";

/** The canvas under the form, on the screen. */
export function useSurface(isReady: boolean): Surface | null {
  const flow = useStoreApi();
  return useMemo(() => {
    const element = isReady ? flow.getState().domNode : null;
    if (element === null) return null;
    return {
      element,
      toForm({ x, y }) {
        const { left, top } = element.getBoundingClientRect();
        const [tx, ty, zoom] = flow.getState().transform;
        return { x: (x - left - tx) / zoom, y: (y - top - ty) / zoom };
      },
      panBy: (delta) => void flow.getState().panBy(delta),
    };
  }, [isReady, flow]);
}

/** Presses on the form: what is dragged, what an arrow's click selects, and what is hovered. */
export function usePress(scene: PointerScene, surface: Surface | null): void {
  useEffect(() => {
    if (surface === null) return;
    const { element } = surface;
    const stop = new AbortController();
    const listen = { signal: stop.signal, capture: true };
    element.addEventListener("pointerdown", (event) => onPress(scene, surface, event), listen);
    element.addEventListener("click", (event) => onClick(scene, surface, event), listen);
    element.addEventListener("dblclick", (event) => onDoubleClick(scene, event), listen);
    let frame = 0;
    element.addEventListener(
      "pointermove",
      (event) => {
        if (event.pointerType === "touch" || event.buttons !== 0) return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => onHover(scene, surface, event));
      },
      listen,
    );
    element.addEventListener(
      "pointerleave",
      (event) => {
        if (event.target !== element) return;
        cancelAnimationFrame(frame);
        hoverOver(scene.pointer, null);
      },
      listen,
    );
    return () => {
      cancelAnimationFrame(frame);
      stop.abort();
    };
  }, [scene, surface]);
}

function onPress(scene: PointerScene, surface: Surface, event: PointerEvent): void {
  if (!event.isPrimary || event.button !== 0) return;
  if (!(event.target instanceof Element) || event.target.closest(ownPresses) !== null) return;
  // Space and the left button pan, as React Flow says by its pane.
  if (surface.element.querySelector(".react-flow__pane.draggable") !== null) return;
  const drag = dragAt(scene, surface, event, event.target);
  if (drag !== null) followPress(surface, event, drag);
}

function dragAt(
  scene: PointerScene,
  surface: Surface,
  event: PointerEvent,
  target: Element,
): Drag | null {
  const header = target.closest<HTMLElement>(".form-head");
  if (header !== null) {
    const lane = target.closest<HTMLElement>("[data-lane]")?.dataset["lane"];
    return lane === undefined ? null : dragLane(scene, lane);
  }
  const at = surface.toForm({ x: event.clientX, y: event.clientY });
  const symbol = hitSymbol(scene.form(), at, nearSymbol(scene));
  if (symbol !== null && !event.shiftKey) return dragSteps(scene, symbol);
  // One finger pans; a frame is drawn with the mouse or a pen.
  if (event.pointerType === "touch") return null;
  return dragMarquee(scene, event.ctrlKey || event.metaKey || event.shiftKey);
}

function onClick(scene: PointerScene, surface: Surface, event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || target.closest(ownPresses) !== null) return;
  if (target.closest(".form-head") !== null) return;
  const hover = hoverAt(scene, surface, event);
  if (hover?.type !== "arrow") return;
  event.stopPropagation();
  const { select, openPanel } = scene.editor.view.getState();
  select({ type: "edge", key: hover.edge });
  openPanel(true);
}

/** A lane's name is typed where it stands. */
function onDoubleClick(scene: PointerScene, { target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const lane = target.closest<HTMLElement>(".form-head [data-lane]")?.dataset["lane"];
  if (lane !== undefined) scene.editor.view.getState().rename(lane);
}

function onHover(scene: PointerScene, surface: Surface, event: PointerEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || scene.pointer.getState().carried !== null) return;
  // Over the tools of a step, arrow or lane, it is that one that is still hovered.
  if (target.closest("[data-tools]:not(.lane-add)") !== null) return;
  const lane = target.closest<HTMLElement>(".form-head [data-lane]")?.dataset["lane"];
  const isElsewhere = target.closest(`${ownPresses},.form-head`) !== null;
  if (lane !== undefined) hoverOver(scene.pointer, { type: "lane", lane });
  else hoverOver(scene.pointer, isElsewhere ? null : hoverAt(scene, surface, event));
}

const nearSymbol = (scene: PointerScene): number =>
  scene.zoom() < readableZoom ? nearSmall / scene.zoom() : 0;

function hoverAt(scene: PointerScene, surface: Surface, event: MouseEvent): Hover | null {
  const at = surface.toForm({ x: event.clientX, y: event.clientY });
  const form = scene.form();
  const symbol = hitSymbol(form, at, nearSymbol(scene));
  if (symbol !== null) return { type: "step", node: symbol.node, lane: symbol.lane };
  const path = hitPath(form, at, nearArrow / scene.zoom());
  return path === null ? null : { type: "arrow", edge: path.edge };
}
