import { getSmoothStepPath, Position } from "@xyflow/react";
import type { FormLayout, FormPath, Point } from "../../domain/layout/form-layout.js";
import { nearestSymbols } from "./nearest-symbols.js";

/**
 * The same form with its arrows as React Flow draws them by itself: smoothstep edges from the
 * bottom of one symbol to the top of the next.
 */
export function withSmoothstepArrows(form: FormLayout): FormLayout {
  const paths = form.paths.map((path): FormPath => {
    const { source, target } = nearestSymbols(form, path);
    const [drawn] = getSmoothStepPath({
      sourceX: source.x + source.width / 2,
      sourceY: source.y + source.height,
      sourcePosition: Position.Bottom,
      targetX: target.x + target.width / 2,
      targetY: target.y,
      targetPosition: Position.Top,
      borderRadius: 0,
    });
    return { ...path, points: corners(drawn), label: null };
  });
  return { ...form, paths };
}

/** The corners of an SVG path that consists of straight pieces. */
function corners(path: string): Point[] {
  const points: Point[] = [];
  for (const [, x, y] of path.matchAll(/(-?[\d.e-]+)[ ,]+(-?[\d.e-]+)/g)) {
    const point = { x: Number(x), y: Number(y) };
    const before = points.at(-1);
    const first = points.at(-2);
    if (before !== undefined && before.x === point.x && before.y === point.y) continue;
    const isStraight =
      before !== undefined &&
      first !== undefined &&
      ((first.x === before.x && before.x === point.x) ||
        (first.y === before.y && before.y === point.y));
    if (isStraight) points.pop();
    points.push(point);
  }
  return points;
}
