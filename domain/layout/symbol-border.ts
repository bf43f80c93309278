import type { SymbolShape } from "../kinds/kind-definition.js";

/** Distances in px from a symbol's centre to its outline; `dx` and `dy` are measured from there. */
export interface Outline {
  up(width: number, height: number, dx: number): number;
  down(width: number, height: number, dx: number): number;
  /** To the left as to the right: every symbol of the form is symmetrical. */
  side(width: number, height: number, dy: number): number;
}

const flat: Outline = {
  up: (_width, height) => height / 2,
  down: (_width, height) => height / 2,
  side: (width) => width / 2,
};

/** The lower part of a pentagon that narrows to its tip, of its whole height. */
export const pentagonTip = 0.35;

const capsuleEnd = (along: number, across: number, offset: number): number => {
  const radius = Math.min(along, across) / 2;
  const past = Math.abs(offset) - (across / 2 - radius);
  if (past <= 0) return along / 2;
  return along / 2 - radius + Math.sqrt(Math.max(0, radius * radius - past * past));
};

const taper = (reach: number, half: number, offset: number): number =>
  reach * Math.max(0, 1 - Math.abs(offset) / half);

export const outlines: Record<SymbolShape, Outline> = {
  box: flat,
  bar: flat,
  capsule: {
    up: (width, height, dx) => capsuleEnd(height, width, dx),
    down: (width, height, dx) => capsuleEnd(height, width, dx),
    side: (width, height, dy) => capsuleEnd(width, height, dy),
  },
  diamond: {
    up: (width, height, dx) => taper(height / 2, width / 2, dx),
    down: (width, height, dx) => taper(height / 2, width / 2, dx),
    side: (width, height, dy) => taper(width / 2, height / 2, dy),
  },
  pentagon: {
    up: (_width, height) => height / 2,
    down: (width, height, dx) =>
      height * (0.5 - pentagonTip) + taper(height * pentagonTip, width / 2, dx),
    side: (width, height, dy) => {
      const shoulder = height * (0.5 - pentagonTip);
      if (dy <= shoulder) return width / 2;
      return taper(width / 2, height * pentagonTip, dy - shoulder);
    },
  },
};

/** Whether the point is inside the outline by more than `margin` px. */
export function isInside(
  shape: SymbolShape,
  box: { x: number; y: number; width: number; height: number },
  x: number,
  y: number,
  margin: number,
): boolean {
  const { width, height } = box;
  const dx = x - (box.x + width / 2);
  const dy = y - (box.y + height / 2);
  if (Math.abs(dx) >= width / 2 - margin || Math.abs(dy) >= height / 2 - margin) return false;
  const outline = outlines[shape];
  return dy > 0
    ? dy < outline.down(width, height, dx) - margin
    : -dy < outline.up(width, height, dx) - margin;
}
