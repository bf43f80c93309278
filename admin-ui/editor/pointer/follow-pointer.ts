import type { Drag, DragPoint, Surface } from "./drag.js";
import type { Point } from "./hit-test.js";

/**
 * A drag without holding a button: it hangs on the pointer until the next press, which puts it
 * down. For who cannot drag, and for a finger. Esc gives it up.
 */
export function followPointer(surface: Surface, from: Point, drag: Drag): void {
  const stop = new AbortController();
  const { signal } = stop;
  let screen = from;
  const pointNow = (): DragPoint => ({ form: surface.toForm(screen), screen, isCopy: false });
  const finish = () => {
    stop.abort();
    drag.end();
  };
  const goTo = (event: PointerEvent) => {
    screen = { x: event.clientX, y: event.clientY };
    drag.move(pointNow());
  };
  window.addEventListener("pointermove", goTo, { signal });
  window.addEventListener(
    "pointerdown",
    (event) => {
      goTo(event);
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  window.addEventListener(
    "click",
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      drag.drop(pointNow());
      finish();
    },
    { signal, capture: true },
  );
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      finish();
    },
    { signal, capture: true },
  );
  drag.begin(pointNow());
}
