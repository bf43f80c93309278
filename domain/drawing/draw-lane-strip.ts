import type { FormLayout, FormPage } from "../layout/form-layout.js";
import { drawFlow, lineWidth } from "./draw-flow.js";
import { drawLinks } from "./draw-form-pages.js";
import { type Drawing, placed, polyline } from "./drawing.js";

/** The columns of the lanes: where they begin across the form, and how wide they are, in px. */
export function laneSpan({ columns }: FormLayout): { readonly x: number; readonly width: number } {
  const lanes = columns.filter(({ role }) => role === "lane");
  const x = lanes[0]?.x ?? 0;
  return { x, width: lanes.reduce((sum, lane) => sum + lane.width, 0) };
}

/**
 * What stands in the lanes from `top` down to `bottom` (the form's own px), with the lines between
 * the lanes: strips that lie under one another make up the drawing of a page.
 */
export function drawLaneStrip(
  form: FormLayout,
  page: FormPage,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Drawing {
  const { x, width } = laneSpan(form);
  const rules = form.columns
    .filter(({ role, x: left }) => role === "lane" && left > x)
    .map((lane) =>
      polyline(
        { role: "grid", key: null },
        [
          { x: lane.x, y: top },
          { x: lane.x, y: bottom },
        ],
        lineWidth,
      ),
    );
  const rows = { top: Math.max(top, page.y), bottom: Math.min(bottom, page.y + page.height) };
  const flow = rows.bottom > rows.top ? drawFlow(form, rows) : [];
  const links = page.links.filter(({ box }) => box.y < bottom && box.y + box.height > top);
  const shapes = [...rules, ...flow, ...drawLinks(links)];
  return { width, height: bottom - top, shapes: placed(shapes, { dx: -x, dy: -top }) };
}
