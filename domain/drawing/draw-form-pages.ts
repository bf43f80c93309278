import type { FormLayout, FormPage, PageLink } from "../layout/form-layout.js";
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
export function drawFormPage(form: FormLayout, page: FormPage): Shape[] {
  const { y, height, above, below } = page;
  const body = [
    ...drawRows(form, { ...page, top: y - above, bottom: y + height + below }),
    ...drawFlow(form, { top: y, bottom: y + height }),
    ...page.links.flatMap(drawLink),
  ];
  const down = form.header.height + above - y;
  const shapes = [...drawHeader(form), ...placed(body, { dx: 0, dy: down })];
  return placed(shapes, { dx: 0, dy: 0, scale: form.pageScale });
}

function drawLink({ edge, letter, box, lead }: PageLink): Shape[] {
  const name = { role: "link", key: edge } as const;
  const letterRoom = { ...box, height: box.height * (1 - pentagonTip) + 3 };
  return [
    polyline({ role: "arrow", key: edge }, lead, 1.1),
    {
      type: "path",
      name,
      steps: symbolOutline("pentagon", box),
      fill: white,
      stroke: "#000000",
      strokeWidth: 1.1,
    },
    ...drawCentred(name, [letter], letterRoom, letterLook),
  ];
}
