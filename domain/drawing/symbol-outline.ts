import type { SymbolShape } from "../kinds/kind-definition.js";
import type { Box } from "../layout/form-layout.js";
import { pentagonTip } from "../layout/symbol-border.js";
import { type PathStep, polygon } from "./drawing.js";

/** How far a curve's handles reach, of the radius, for a quarter of a circle. */
const quarter = 0.5523;

const rectangular = ({ x, y, width, height }: Box): PathStep[] =>
  polygon([
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]);

function capsule({ x, y, width, height }: Box): PathStep[] {
  const r = Math.min(width, height) / 2;
  const k = r * (1 - quarter);
  const right = x + width;
  const bottom = y + height;
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) =>
    ({ to: "curve", x1, y1, x2, y2, x: toX, y: toY }) as const;
  return [
    { to: "move", x: x + r, y },
    { to: "line", x: right - r, y },
    curve(right - k, y, right, y + k, right, y + r),
    { to: "line", x: right, y: bottom - r },
    curve(right, bottom - k, right - k, bottom, right - r, bottom),
    { to: "line", x: x + r, y: bottom },
    curve(x + k, bottom, x, bottom - k, x, bottom - r),
    { to: "line", x, y: y + r },
    curve(x, y + k, x + k, y, x + r, y),
    { to: "close" },
  ];
}

const outlines: Record<SymbolShape, (box: Box) => PathStep[]> = {
  box: rectangular,
  bar: rectangular,
  capsule,
  diamond: ({ x, y, width, height }) =>
    polygon([
      { x: x + width / 2, y },
      { x: x + width, y: y + height / 2 },
      { x: x + width / 2, y: y + height },
      { x, y: y + height / 2 },
    ]),
  pentagon: ({ x, y, width, height }) =>
    polygon([
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height * (1 - pentagonTip) },
      { x: x + width / 2, y: y + height },
      { x, y: y + height * (1 - pentagonTip) },
    ]),
};

/** The outline of a symbol that fills `box`. */
export const symbolOutline = (shape: SymbolShape, box: Box): PathStep[] => outlines[shape](box);
