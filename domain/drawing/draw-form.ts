import type { FormLayout } from "../layout/form-layout.js";
import { drawFlow } from "./draw-flow.js";
import { drawHeader, drawRows, frameLine } from "./draw-grid.js";
import { type Drawing, placed } from "./drawing.js";

/** Between the form and the edge of its picture, in px. */
export const formMargin = 8;

/** The whole form in one piece, as high as it is: what the canvas shows. */
export function drawForm(form: FormLayout): Drawing {
  const { header, height, rows } = form;
  const whole = { firstRow: 0, endRow: rows.length, top: header.height, bottom: height };
  const shapes = [
    ...drawHeader(form),
    ...drawRows(form, { ...whole, above: 0, below: 0 }),
    ...drawFlow(form, { top: header.height, bottom: height + frameLine }),
  ];
  return {
    width: form.width + 2 * formMargin,
    height: height + 2 * formMargin,
    shapes: placed(shapes, { dx: formMargin, dy: formMargin }),
  };
}
