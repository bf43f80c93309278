import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useForm } from "../canvas/form-context.js";
import { useView } from "../editor-context.js";
import { cellBox } from "./cell-box.js";

/** px on the screen between the active cell and the edge of the view. */
const air = 12;

/** Whatever the keyboard stands in, or is typed in, is in view; a press moves nothing. */
export function useKeepInView(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const form = useForm();
  const active = useView(({ selection }) =>
    selection?.type === "nodes" ? selection.active : null,
  );
  const byKeyboard = useRef(false);
  useEffect(() => {
    const onKey = () => (byKeyboard.current = true);
    const onPointer = () => (byKeyboard.current = false);
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("pointerdown", onPointer, true);
    window.addEventListener("wheel", onPointer, { capture: true, passive: true });
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("pointerdown", onPointer, true);
      window.removeEventListener("wheel", onPointer, true);
    };
  }, []);
  const box = active === null ? null : cellBox(form, active);
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  const head = form.header.height;
  useEffect(() => {
    if (active === null || !byKeyboard.current) return;
    const view = flow.getViewport();
    const place = store.getState();
    const shift = (start: number, size: number, span: number, least: number): number => {
      const end = start + size;
      if (start < least) return least - start;
      // What is larger than the view shows its beginning.
      return end > span - air ? Math.max(span - air - end, least - start) : 0;
    };
    const { zoom } = view;
    const dx = shift(view.x + x * zoom, width * zoom, place.width, air);
    const dy = shift(view.y + y * zoom, height * zoom, place.height, head * zoom + air);
    if (dx !== 0 || dy !== 0) void flow.setViewport({ x: view.x + dx, y: view.y + dy, zoom });
  }, [active, x, y, width, height, head, flow, store]);
}
