import { useStore } from "@xyflow/react";
import type { FormLayout, FormSymbol } from "../../../domain/index.js";

/** px of the window, as in the CSS. */
const toolsHeight = 38;
const toolSize = 32;
const coarseToolSize = 46;
const gap = 7;

/**
 * Under the symbol, or over it at the lower end of the view; among the lanes, where no text is, as
 * far as they have the room.
 */
export function useToolsPlace(form: FormLayout, symbol: FormSymbol, count: number) {
  const [tx, ty, zoom] = useStore(({ transform }) => transform);
  const view = useStore(({ width, height }) => `${width} ${height}`);
  const [viewWidth = 0, viewHeight = 0] = view.split(" ").map(Number);
  const isCoarse = window.matchMedia("(pointer: coarse)").matches;
  const width = (count * (isCoarse ? coarseToolSize : toolSize) + 8) / zoom;
  const height = (isCoarse ? coarseToolSize + 8 : toolsHeight) / zoom;
  const lanes = form.columns.filter(({ lane }) => lane !== null);
  const left = lanes[0]?.x ?? 0;
  const right = (lanes.at(-1)?.x ?? 0) + (lanes.at(-1)?.width ?? 0);
  const within = (at: number, least: number, most: number): number =>
    most < least ? (least + most) / 2 : Math.min(most, Math.max(least, at));
  const middle = symbol.x + symbol.width / 2 - width / 2;
  const amongLanes = within(middle, left, right - width);
  const x = within(amongLanes, (4 - tx) / zoom, (viewWidth - 4 - tx) / zoom - width);
  const under = symbol.y + symbol.height + gap / zoom;
  const isLow = (under + height) * zoom + ty > viewHeight - 4;
  return { x, y: isLow ? symbol.y - gap / zoom - height : under };
}
