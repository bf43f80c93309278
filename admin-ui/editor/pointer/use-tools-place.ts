import { useStore } from "@xyflow/react";
import type { FormLayout, FormSymbol } from "../../../domain/index.js";
import type { Point } from "./hit-test.js";
import { placeTools } from "./place-tools.js";

/** px of the window, as in the CSS. */
const toolsHeight = 38;
const toolSize = 32;
const coarseToolSize = 46;
const gap = 7;
/** How far the button that says how a joint step is done reaches from the line that it is on. */
const jointMode = 36;
/** What stays free at the edges of the view. */
const margin = 4;

/** Where the tools of a symbol stand on the form, as it is looked at now; `count`: how many. */
export function useToolsPlace(form: FormLayout, symbol: FormSymbol, count: number): Point {
  const [tx, ty, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isCoarse = window.matchMedia("(pointer: coarse)").matches;
  const size = {
    width: (count * (isCoarse ? coarseToolSize : toolSize) + 8) / zoom,
    height: (isCoarse ? coarseToolSize + 8 : toolsHeight) / zoom,
  };
  const { symbols, joints, columns, header } = form;
  // The heading stays at the upper end of the view, over whatever is scrolled under it.
  const top = margin + Math.max(header.height * zoom, ty + header.height * zoom);
  const view = {
    x: (margin - tx) / zoom,
    y: (top - ty) / zoom,
    width: (width - 2 * margin) / zoom,
    height: (height - margin - top) / zoom,
  };
  const joined = joints
    .filter(({ node }) => node === symbol.node)
    .map(({ from, to }) => ({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y) - jointMode / zoom,
      width: Math.abs(to.x - from.x),
      height: (2 * jointMode) / zoom,
    }));
  const inTheWay = [...symbols, ...joined];
  return placeTools(symbol, size, { inTheWay, columns, view, gap: gap / zoom });
}
