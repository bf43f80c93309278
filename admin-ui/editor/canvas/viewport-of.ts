import type { FormLayout } from "../../../domain/index.js";

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

export interface FormViewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Between the form and the border of the view, in px of the window. */
export const margin = 12;

/** Text stays readable: a form wider than its place is panned rather than shrunk to nothing. */
export function readingZoom(form: FormLayout, width: number): number {
  const readable = width < 600 ? 0.8 : 0.75;
  return Math.min(1, Math.max(readable, (width - 2 * margin) / form.width));
}

/** The zoom at which the whole form is in view, at most 1. */
export function wholeZoom(form: FormLayout, size: ViewSize): number {
  const across = (size.width - 2 * margin) / form.width;
  const down = (size.height - 2 * margin) / form.height;
  return Math.max(0.004, Math.min(1, across, down));
}

/**
 * How far the form may be panned at `zoom`: not out of sight. It is never smaller than the view, or
 * React Flow would centre a short form instead of hanging it from the top.
 */
export function panExtent(
  form: ViewSize,
  zoom: number,
  size: ViewSize,
): [[number, number], [number, number]] {
  const { x, y } = topLeft(form, zoom, size);
  const right = Math.max(form.width + margin / zoom, (size.width - x) / zoom);
  const bottom = Math.max(form.height + margin / zoom, (size.height - y) / zoom);
  return [
    [-x / zoom, -y / zoom],
    [right, bottom],
  ];
}

/** The form's top left corner, or the middle of the view on `node`, never past the form's edges. */
export function viewportOf(
  form: FormLayout,
  node: string | null,
  zoom: number,
  size: ViewSize,
): FormViewport {
  const symbol = node === null ? undefined : form.symbols.find((one) => one.node === node);
  if (symbol === undefined) return topLeft(form, zoom, size);
  return viewportAt(form, middleOf(symbol), zoom, size);
}

const topLeft = (form: ViewSize, zoom: number, size: ViewSize): FormViewport => ({
  x: Math.max(margin, (size.width - form.width * zoom) / 2),
  y: margin,
  zoom,
});

/** The view with a point of the form in its middle, as far as the form's edges allow. */
export function viewportAt(
  form: FormLayout,
  point: { readonly x: number; readonly y: number },
  zoom: number,
  size: ViewSize,
): FormViewport {
  const toMiddle = (at: number, span: number, whole: number): number => {
    const least = Math.min(margin, span - whole * zoom - margin);
    return Math.min(margin, Math.max(least, span / 2 - at * zoom));
  };
  const spare = Math.max(margin, (size.width - form.width * zoom) / 2);
  const isWide = form.width * zoom + 2 * margin > size.width;
  return {
    x: isWide ? toMiddle(point.x, size.width, form.width) : spare,
    y: toMiddle(point.y, size.height, form.height),
    zoom,
  };
}

const middleOf = (box: { x: number; y: number; width: number; height: number }) => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});
