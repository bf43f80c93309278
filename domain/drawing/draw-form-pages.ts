import type { FormPage, PagedForm, PageLink } from "../layout/form-layout.js";
import { pentagonTip } from "../layout/symbol-border.js";
import { drawFlow, lineWidth } from "./draw-flow.js";
import { drawHeader, drawRows } from "./draw-grid.js";
import { drawCentred } from "./draw-text.js";
import { ink, type PathShape, placed, polyline, type Shape, white } from "./drawing.js";
import { symbolOutline } from "./symbol-outline.js";

const letterLook = { face: "regular", size: 9, lineHeight: 10 } as const;

/**
 * One page of the form with its heading, from its upper left corner: the rows, and at each cut the
 * lettered pentagons that lead to the page before or after. Scaled so that the form's width fits.
 */
export function drawFormPage(form: PagedForm, page: FormPage): Shape[] {
  const { firstRow, endRow, y, height, above, below } = page;
  const band = { top: y, bottom: y + height };
  const body = [
    ...drawRows(form, { firstRow, endRow, ...band, above, below }),
    ...drawFlow(form, band),
    ...drawLinks(page.links),
  ];
  const down = form.header.height + above - y;
  const shapes = [...drawHeader(form), ...placed(body, { dx: 0, dy: down })];
  return placed(shapes, { dx: 0, dy: 0, scale: form.pageScale });
}

/** The lettered pentagons and the lines that lead to them, in the form's own px. */
export const drawLinks = (links: readonly PageLink[]): Shape[] => links.flatMap(drawLink);

function drawLink({ edge, letter, box, lead }: PageLink): Shape[] {
  const name = { role: "link", key: edge } as const;
  const letterRoom = { ...box, height: box.height * (1 - pentagonTip) + 3 };
  const outline: PathShape = {
    type: "path",
    name,
    steps: symbolOutline("pentagon", box),
    fill: white,
    stroke: ink,
    strokeWidth: lineWidth,
  };
  return [
    polyline({ role: "arrow", key: edge }, lead, lineWidth),
    outline,
    ...drawCentred(name, [letter], letterRoom, letterLook),
  ];
}
