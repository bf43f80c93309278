import type { Box, Point } from "../layout/form-layout.js";
import { printedText } from "../layout/printed-text.js";
import type { FontFace } from "../layout/text-width.js";

/**
 * A picture as plain shapes, later ones over earlier ones. Lengths in px (96 an inch), the origin at
 * the top left, y downwards. SVG, PNG, PDF and DOCX are written from the same shapes.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape = PathShape | TextShape;

/** One step of an outline; a curve is a cubic Bézier. */
export type PathStep =
  | { readonly to: "move" | "line"; readonly x: number; readonly y: number }
  | {
      readonly to: "curve";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly to: "close" };

/** What a shape stands for, so that the drawing can be looked things up in. */
export interface ShapeName {
  readonly role: "grid" | "symbol" | "joint" | "arrow" | "head" | "link" | "text" | "mark";
  /** The key of the node or edge that it belongs to. */
  readonly key: string | null;
}

export interface PathShape {
  readonly type: "path";
  readonly name: ShapeName;
  readonly steps: readonly PathStep[];
  /** CSS colours; `null`: not filled, not stroked. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidth: number;
}

export interface TextShape {
  readonly type: "text";
  readonly name: ShapeName;
  /** One line without control characters. */
  readonly text: string;
  /** The point on the baseline at which the text is anchored. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly face: FontFace;
  /** px. */
  readonly size: number;
  readonly color: string;
  /** Degrees, clockwise, about the anchor. */
  readonly angle: number;
  /** What it must stay in: its cell, its symbol, its part of the margin. */
  readonly room: Box;
}

export const ink = "#000000";
export const white = "#ffffff";

// Share of the size: from the top of the face's own line to its baseline, and its whole line.
const ascent = 0.905;
const ownLine = 1.117;

/** From the top of a line of `lineHeight` px to the baseline of a text that stands in its middle. */
export const baselineIn = (lineHeight: number, size: number): number =>
  (lineHeight - ownLine * size) / 2 + ascent * size;

// What XML forbids. Lone surrogates are halves of an emoji that something cut.
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g;
const loneSurrogates = /[\ud800-\udfff]/gu;

/** Without what cannot be written into a file as text. */
export const printable = (text: string): string =>
  printedText(text).replace(controls, " ").replace(loneSurrogates, "\ufffd");

const line = (points: readonly Point[]): PathStep[] =>
  points.map(({ x, y }, at) => ({ to: at === 0 ? "move" : "line", x, y }));

export function polyline(
  name: ShapeName,
  points: readonly Point[],
  strokeWidth: number,
): PathShape {
  return { type: "path", name, steps: line(points), fill: null, stroke: ink, strokeWidth };
}

export const polygon = (points: readonly Point[]): PathStep[] => [...line(points), { to: "close" }];

export function rectangle(name: ShapeName, box: Box, strokeWidth: number): PathShape {
  const { x, y, width, height } = box;
  const right = x + width;
  const bottom = y + height;
  const steps = polygon([
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
  ]);
  return { type: "path", name, steps, fill: null, stroke: ink, strokeWidth };
}

/** The shapes moved by `dx` and `dy` px after they were scaled. */
export function placed(
  shapes: readonly Shape[],
  { dx, dy, scale = 1 }: { dx: number; dy: number; scale?: number },
): Shape[] {
  const at = ({ x, y }: Point): Point => ({ x: x * scale + dx, y: y * scale + dy });
  const step = (one: PathStep): PathStep => {
    if (one.to === "close") return one;
    if (one.to !== "curve") return { ...one, ...at(one) };
    const first = at({ x: one.x1, y: one.y1 });
    const second = at({ x: one.x2, y: one.y2 });
    return { to: "curve", x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...at(one) };
  };
  return shapes.map((shape): Shape => {
    if (shape.type === "path") {
      return { ...shape, steps: shape.steps.map(step), strokeWidth: shape.strokeWidth * scale };
    }
    const { room } = shape;
    const size = { width: room.width * scale, height: room.height * scale };
    return { ...shape, ...at(shape), size: shape.size * scale, room: { ...at(room), ...size } };
  });
}
