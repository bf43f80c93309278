import type { FormColumn, FormSymbol } from "../../../domain/index.js";
import type { Area, Point } from "./hit-test.js";

export interface ToolsSetting {
  /** What is pressed or read next, and must not be covered: the symbols and what lies on them. */
  readonly inTheWay: readonly Area[];
  readonly columns: readonly FormColumn[];
  /** What of the form is in view. */
  readonly view: Area;
  /** Between the symbol and its tools. */
  readonly gap: number;
}

/** How bad it is to hide a square of the form: what one would press next, or a text. */
const costs = { outOfView: 100, inTheWay: 20, text: 1 };

/**
 * Where a step's tools stand, all in units of the form: beside its symbol, under or over it, where
 * they cover no other symbol and stay among the lanes and in view; the first of equals.
 */
export function placeTools(
  symbol: FormSymbol,
  size: { readonly width: number; readonly height: number },
  { inTheWay, columns, view, gap }: ToolsSetting,
): Point {
  const lanes = columns.filter(({ lane }) => lane !== null);
  const left = lanes[0]?.x ?? 0;
  const last = lanes.at(-1);
  const right = last === undefined ? left : last.x + last.width;
  const middleX = symbol.x + symbol.width / 2 - size.width / 2;
  const middleY = symbol.y + symbol.height / 2 - size.height / 2;
  const x = within(within(middleX, left, right - size.width), view.x, farEnd(view) - size.width);
  const places: readonly Point[] = [
    { x: symbol.x + symbol.width + gap, y: middleY },
    { x: symbol.x - gap - size.width, y: middleY },
    { x, y: symbol.y + symbol.height + gap },
    { x, y: symbol.y - gap - size.height },
  ];
  const strip = { x: left, y: view.y, width: right - left, height: view.height };
  const costOf = (place: Point): number => {
    const box = { ...place, ...size };
    const area = size.width * size.height;
    const hidden = inTheWay.reduce((sum, other) => sum + shared(box, other), 0);
    return (
      costs.inTheWay * hidden +
      costs.text * (area - shared(box, strip)) +
      costs.outOfView * (area - shared(box, view))
    );
  };
  const rated = places.map((place) => ({ place, cost: costOf(place) }));
  const least = Math.min(...rated.map(({ cost }) => cost));
  return rated.find(({ cost }) => cost === least)!.place;
}

const farEnd = (box: Area): number => box.x + box.width;

const within = (at: number, least: number, most: number): number =>
  most < least ? (least + most) / 2 : Math.min(most, Math.max(least, at));

/** The square that two boxes have in common. */
function shared(one: Area, other: Area): number {
  const width = Math.min(farEnd(one), farEnd(other)) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width <= 0 || height <= 0 ? 0 : width * height;
}
