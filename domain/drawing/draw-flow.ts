import type { FormLayout, FormPath, FormSymbol, Point } from "../layout/form-layout.js";
import { defaultMetrics, textStyles } from "../layout/metrics.js";
import { drawCentred, drawLines } from "./draw-text.js";
import { ink, type PathShape, polygon, polyline, type Shape, white } from "./drawing.js";
import { symbolOutline } from "./symbol-outline.js";

export const lineWidth = 1.1;
const symbolLine = 1.3;
const headLength = 8;
const headHalf = 3;
const labelLook = { ...textStyles.label, lineHeight: defaultMetrics.lineHeight.label };

/** The part of the form from `top` down to `bottom`, in the form's own px. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** How far the arrows of a form reach down, labels and all: a long form is drawn in many bands. */
const reaches = new WeakMap<FormLayout, readonly Band[]>();

function reachOf({ points, label }: FormPath): Band {
  const ys = points.map(({ y }) => y);
  if (label !== null) ys.push(label.y);
  return { top: Math.min(...ys), bottom: Math.max(...ys) };
}

function pathsIn(form: FormLayout, { top, bottom }: Band): readonly FormPath[] {
  let known = reaches.get(form);
  if (known === undefined) {
    known = form.paths.map(reachOf);
    reaches.set(form, known);
  }
  const reach = known;
  return form.paths.filter((_, at) => reach[at]!.top <= bottom && reach[at]!.bottom >= top);
}

/** Symbols, joint lines and arrows of a band of the form; arrows are cut where they leave it. */
export function drawFlow(form: FormLayout, band: Band): Shape[] {
  const isIn = (y: number): boolean => y >= band.top && y < band.bottom;
  const paths = pathsIn(form, band).flatMap((path) => drawPath(path, band));
  const joints = form.joints
    .filter(({ from }) => isIn(from.y))
    .map(({ node, from, to }) => polyline({ role: "joint", key: node }, [from, to], lineWidth));
  const symbols = form.symbols.filter(({ y, height }) => isIn(y + height / 2)).flatMap(drawSymbol);
  return [...joints, ...paths, ...symbols];
}

function drawSymbol(symbol: FormSymbol): Shape[] {
  const isBar = symbol.shape === "bar";
  const outline: PathShape = {
    type: "path",
    name: { role: "symbol", key: symbol.node },
    steps: symbolOutline(symbol.shape, symbol),
    fill: isBar ? ink : white,
    stroke: isBar ? null : ink,
    strokeWidth: symbolLine,
  };
  const name = { role: "text", key: symbol.node } as const;
  return [outline, ...drawCentred(name, symbol.lines, symbol, labelLook)];
}

function drawPath({ edge, points, label }: FormPath, band: Band): Shape[] {
  const name = { role: "arrow", key: edge } as const;
  const shapes: Shape[] = clipped(points, band).map((piece) => polyline(name, piece, lineWidth));
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip !== undefined && before !== undefined && tip.y >= band.top && tip.y < band.bottom) {
    shapes.push(arrowHead(edge, before, tip));
  }
  if (label !== null && label.y >= band.top && label.y < band.bottom) {
    const look = { ...labelLook, anchor: label.anchor };
    shapes.push(...drawLines({ role: "text", key: edge }, label.lines, label, look));
  }
  return shapes;
}

function arrowHead(edge: string, before: Point, tip: Point): PathShape {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const x = (tip.x - before.x) / length;
  const y = (tip.y - before.y) / length;
  const back = { x: tip.x - x * headLength, y: tip.y - y * headLength };
  return {
    type: "path",
    name: { role: "head", key: edge },
    steps: polygon([
      { x: back.x - y * headHalf, y: back.y + x * headHalf },
      tip,
      { x: back.x + y * headHalf, y: back.y - x * headHalf },
    ]),
    fill: ink,
    stroke: null,
    strokeWidth: 0,
  };
}

/** The pieces of an orthogonal line that lie in the band. */
function clipped(points: readonly Point[], { top, bottom }: Band): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const end = (): void => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  const within = (y: number): number => Math.min(bottom, Math.max(top, y));
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i]!;
    const b = points[i + 1]!;
    const isOutside = Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom;
    const isOnBorder = a.y === b.y && a.y === bottom;
    if (isOutside || isOnBorder) {
      end();
      continue;
    }
    const from = { x: a.x, y: within(a.y) };
    const to = { x: b.x, y: within(b.y) };
    if (piece.length === 0) piece.push(from);
    piece.push(to);
    if (to.y !== b.y) end();
  }
  end();
  return pieces;
}
