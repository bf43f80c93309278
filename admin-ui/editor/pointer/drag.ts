import type { Point } from "./hit-test.js";

/** One way to drag: what is taken, where it would land, what happens when it is let go. */
export interface Drag {
  /** The pointer has gone far enough to mean it; `at` is where it was pressed. */
  begin(at: DragPoint): void;
  /** Also called while the form runs under a pointer that keeps still at its edge. */
  move(at: DragPoint): void;
  /** Let go; `move` was called for the same point. */
  drop(at: DragPoint): void;
  /** After `drop`, and instead of it where the drag is given up. */
  end(): void;
}

export interface DragPoint {
  /** px of the form at zoom 1. */
  readonly form: Point;
  /** px of the window. */
  readonly screen: Point;
  readonly isCopy: boolean;
}

/** The form's place on the screen, as it is now. */
export interface Surface {
  readonly element: HTMLElement;
  toForm(screen: Point): Point;
  /** Moves the form under the view, in px of the window; it stops at its edges. */
  panBy(delta: Point): void;
}

const farEnough = 4;
/** A finger trembles more than a mouse. */
const farForFinger = 10;
const holdFor = 360;
/** px from the edge of the view at which the form begins to run. */
const edge = 44;
const fastest = 18;

/**
 * Follows one press to its end. A mouse or pen drags at once; a finger has to be held still first,
 * as it pans the form otherwise. Esc gives the drag up. Resolves nothing: `drag` does.
 */
export function followPress(surface: Surface, press: PointerEvent, drag: Drag): void {
  const isFinger = press.pointerType === "touch";
  const from = { x: press.clientX, y: press.clientY };
  let last: PointerEvent | KeyboardEvent = press;
  let screen: Point = from;
  let isDragging = false;
  let frame = 0;

  const pointNow = (at: Point = screen): DragPoint => ({
    form: surface.toForm(at),
    screen: at,
    isCopy: last.altKey || last.ctrlKey || last.metaKey,
  });
  const start = () => {
    isDragging = true;
    drag.begin(pointNow(from));
    drag.move(pointNow());
    frame = requestAnimationFrame(run);
  };
  const hold = isFinger ? setTimeout(start, holdFor) : null;

  /** Runs the form while the pointer is at the edge of the view. */
  const run = () => {
    frame = requestAnimationFrame(run);
    const view = surface.element.getBoundingClientRect();
    const delta = {
      x: pull(screen.x - view.left, view.width, screen.x - from.x),
      y: pull(screen.y - view.top, view.height, screen.y - from.y),
    };
    if (delta.x === 0 && delta.y === 0) return;
    surface.panBy(delta);
    drag.move(pointNow());
  };

  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    last = event;
    screen = { x: event.clientX, y: event.clientY };
    if (isDragging) {
      drag.move(pointNow());
      return;
    }
    const gone = Math.hypot(screen.x - from.x, screen.y - from.y);
    if (isFinger && gone > farForFinger) finish();
    else if (!isFinger && gone > farEnough) start();
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    if (isDragging) {
      drag.drop(pointNow());
      swallowClick();
    }
    finish();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!isDragging) return;
    last = event;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      finish();
      swallowClick();
    } else drag.move(pointNow());
  };
  /** React Flow pans by touches; what is dragged by a finger must not pan as well. */
  const onTouch = (event: TouchEvent) => {
    if (!isDragging) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMenu = (event: Event) => {
    if (isFinger) event.preventDefault();
  };
  const finish = () => {
    if (hold !== null) clearTimeout(hold);
    cancelAnimationFrame(frame);
    stop.abort();
    if (isDragging) drag.end();
    isDragging = false;
  };

  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", finish, { signal });
  window.addEventListener("blur", finish, { signal });
  window.addEventListener("contextmenu", onMenu, { signal, capture: true });
  window.addEventListener("keydown", onKey, { signal, capture: true });
  window.addEventListener("keyup", onKey, { signal, capture: true });
  window.addEventListener("touchmove", onTouch, { signal, capture: true, passive: false });
}

/** How far the form runs; what was taken hold of at the edge runs only once it is moved outwards. */
function pull(at: number, span: number, moved: number): number {
  const strength = (depth: number): number => Math.min(1, depth / edge) * fastest;
  if (at < edge && moved < 0) return strength(edge - at);
  if (at > span - edge && moved > 0) return -strength(at - span + edge);
  return 0;
}

/** The browser makes a click of the press that was dragged; nobody meant it. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
