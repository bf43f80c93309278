import type { FormLayout, FormPage, PageLink } from "../layout/form-layout.js";
import { linkRoom } from "../layout/paginate.js";
import { pentagonTip } from "../layout/symbol-border.js";
import { drawFlow } from "./draw-flow.js";
import { drawHeader, drawRows } from "./draw-grid.js";
import { drawCentred } from "./draw-text.js";
import { placed, polyline, type Shape, white } from "./drawing.js";
import { symbolOutline } from "./symbol-outline.js";

const link = { width: 16, height: 17, lead: 5 } as const;
const letterLook = { face: "regular", size: 9, lineHeight: 10 } as const;

/**
 * One page of the form with its heading, from its upper left corner: the rows, and at each cut the
 * lettered pentagons that lead to the page before or after. Scaled so that the form's width fits.
 */
export function drawFormPage(form: FormLayout, page: FormPage): Shape[] {
  const { firstRow, endRow, y, height, links } = page;
  const above = links.some(({ at }) => at === "top") ? linkRoom : 0;
  const below = links.some(({ at }) => at === "bottom") ? linkRoom : 0;
  const down = form.header.height + above - y;
  const body = [
    ...drawRows(form, { first: firstRow, end: endRow, above, below }),
    ...drawFlow(form, { top: y, bottom: y + height }),
    ...links.flatMap((one) => drawLink(one, page)),
  ];
  const shapes = [...drawHeader(form), ...placed(body, { dx: 0, dy: down })];
  return placed(shapes, { dx: 0, dy: 0, scale: form.pageScale });
}

function drawLink({ edge, letter, x, at }: PageLink, page: FormPage): Shape[] {
  const end = at === "top" ? page.y : page.y + page.height;
  const box = {
    x: x - link.width / 2,
    y: at === "top" ? end - link.lead - link.height : end + link.lead,
    width: link.width,
    height: link.height,
  };
  const tip = at === "top" ? box.y + box.height : box.y;
  const name = { role: "link", key: edge } as const;
  const letterRoom = { ...box, height: box.height * (1 - pentagonTip) + 3 };
  return [
    polyline(
      { role: "arrow", key: edge },
      [
        { x, y: end },
        { x, y: tip },
      ],
      1.1,
    ),
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
