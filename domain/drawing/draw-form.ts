import type { FormLayout } from "../layout/form-layout.js";
import { drawFlow } from "./draw-flow.js";
import { drawHeader, drawRows, frameLine } from "./draw-grid.js";
import { type Drawing, placed } from "./drawing.js";

/** Between the form and the edge of its picture, in px. */
export const formMargin = 8;

/** The whole form in one piece, as high as it is: what the canvas shows. */
export function drawForm(form: FormLayout): Drawing {
  const whole = { first: 0, end: form.rows.length, above: 0, below: 0 };
  const shapes = [
    ...drawHeader(form),
    ...drawRows(form, whole),
    ...drawFlow(form, { top: form.header.height, bottom: form.height + frameLine }),
  ];
  return {
    width: form.width + 2 * formMargin,
    height: form.height + 2 * formMargin,
    shapes: placed(shapes, { dx: formMargin, dy: formMargin }),
  };
}
