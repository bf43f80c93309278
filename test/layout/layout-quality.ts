import type {
  Box,
  FormLayout,
  FormPath,
  FormSymbol,
  Point,
} from "../../domain/layout/form-layout.js";
import { isInside } from "../../domain/layout/symbol-border.js";

/** What is wrong with a drawn form, and how restless it is. All but the last three should be 0. */
export interface LayoutQuality {
  /** Pieces of lines that run through a symbol. */
  readonly hits: number;
  /** Pairs of pieces of different edges (or of a joint's line) that lie on one another. */
  readonly overlaps: number;
  /** Corners and ends that lie on a line of another edge, where a reader sees a branch. */
  readonly touches: number;
  /** Pieces that are neither horizontal nor vertical. */
  readonly oblique: number;
  /** Labels that lie on a symbol, a line or another label. */
  readonly labelHits: number;
  /** Pieces of loops that run upwards where symbols stand instead of in a gutter. */
  readonly loopsInLanes: number;
  /** Symbols that reach out of their cell. */
  readonly strays: number;
  /** Pieces that lie on a border of the table. */
  readonly onBorders: number;
  /** Pairs of pieces that cross. */
  readonly crossings: number;
  readonly bends: number;
  /** px of all lines together. */
  readonly length: number;
}

interface Segment {
  /** Index of the path; -1: a joint's line. */
  readonly path: number;
  readonly vertical: boolean;
  /** x of a vertical one, y of a horizontal one. */
  readonly at: number;
  readonly lo: number;
  readonly hi: number;
}

/** Two lines nearer than this are one line to the eye, in px. */
const nearest = 2.5;
const margin = 0.5;
/** A label keeps at least this from whatever it could touch, in px. */
const labelAir = 1;

export function layoutQuality(form: FormLayout): LayoutQuality {
  const segments = form.paths.flatMap((path, at) => segmentsOf(path.points, at));
  const joints = form.joints.flatMap((joint) => segmentsOf([joint.from, joint.to], -1));
  const lines = [...segments, ...joints];
  let hits = 0;
  for (const segment of segments) {
    for (const symbol of form.symbols) {
      if (isHit(segment, symbol, form.paths[segment.path]!)) hits++;
    }
  }
  let overlaps = 0;
  let crossings = 0;
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i]!;
      const b = lines[j]!;
      if (a.path === b.path) continue;
      if (a.vertical !== b.vertical) {
        if (a.lo < b.at && b.at < a.hi && b.lo < a.at && a.at < b.hi) crossings++;
      } else if (
        Math.abs(a.at - b.at) < nearest &&
        Math.min(a.hi, b.hi) - Math.max(a.lo, b.lo) > margin
      ) {
        overlaps++;
      }
    }
  }
  return {
    hits,
    overlaps,
    touches: countTouches(form.paths, lines),
    oblique: form.paths.reduce((sum, path) => sum + countOblique(path.points), 0),
    labelHits: countLabelHits(form, lines),
    loopsInLanes: countLoopsInLanes(form),
    strays: form.symbols.filter((symbol) => isStray(symbol, form)).length,
    onBorders: segments.filter((segment) => isOnBorder(segment, form)).length,
    crossings,
    bends: form.paths.reduce((sum, path) => sum + Math.max(0, path.points.length - 2), 0),
    length: segments.reduce((sum, segment) => sum + segment.hi - segment.lo, 0),
  };
}

function segmentsOf(points: readonly Point[], path: number): Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i]!;
    const b = points[i + 1]!;
    const vertical = a.x === b.x;
    const [from, to] = vertical ? [a.y, b.y] : [a.x, b.x];
    const at = vertical ? a.x : a.y;
    segments.push({ path, vertical, at, lo: Math.min(from, to), hi: Math.max(from, to) });
  }
  return segments;
}

function countOblique(points: readonly Point[]): number {
  return points.filter((b, i) => {
    const a = points[i - 1];
    return a !== undefined && a.x !== b.x && a.y !== b.y;
  }).length;
}

/** By the bounding box for strangers; by the outline for the symbols that the path may touch. */
function isHit(segment: Segment, symbol: FormSymbol, path: FormPath): boolean {
  if (!meetsBox(segment, symbol)) return false;
  if (symbol.node !== path.from && symbol.node !== path.to) return true;
  for (let along = segment.lo; along <= segment.hi; along += 2) {
    const x = segment.vertical ? segment.at : along;
    const y = segment.vertical ? along : segment.at;
    if (isInside(symbol.shape, symbol, x, y, 1)) return true;
  }
  return false;
}

function meetsBox(segment: Segment, box: Box): boolean {
  const [along, across] = segment.vertical
    ? [
        [box.y, box.y + box.height],
        [box.x, box.x + box.width],
      ]
    : [
        [box.x, box.x + box.width],
        [box.y, box.y + box.height],
      ];
  return (
    segment.at > across[0]! + margin &&
    segment.at < across[1]! - margin &&
    segment.hi > along[0]! + margin &&
    segment.lo < along[1]! - margin
  );
}

function countTouches(paths: readonly FormPath[], lines: readonly Segment[]): number {
  let touches = 0;
  paths.forEach((path, at) => {
    for (const point of path.points) {
      const onLine = lines.some((line) => {
        if (line.path === at) return false;
        const [along, across] = line.vertical ? [point.y, point.x] : [point.x, point.y];
        return Math.abs(across - line.at) < 1 && line.lo - 1 < along && along < line.hi + 1;
      });
      if (onLine) touches++;
    }
  });
  return touches;
}

function countLabelHits(form: FormLayout, lines: readonly Segment[]): number {
  const labels = form.paths.flatMap(({ label }) => (label === null ? [] : [withAir(label)]));
  const meet = (a: Box, b: Box): boolean =>
    a.x + margin < b.x + b.width &&
    b.x + margin < a.x + a.width &&
    a.y + margin < b.y + b.height &&
    b.y + margin < a.y + a.height;
  return labels.filter(
    (label, at) =>
      lines.some((line) => meetsBox(line, label)) ||
      form.symbols.some((symbol) => meet(label, symbol)) ||
      labels.some((other, i) => i !== at && meet(label, other)),
  ).length;
}

const withAir = ({ x, y, width, height }: Box): Box => {
  const air = labelAir + margin;
  return { x: x - air, y: y - air, width: width + 2 * air, height: height + 2 * air };
};

/** Nothing but gutters lies beside the middle of a lane where its narrowest symbol ends. */
function countLoopsInLanes(form: FormLayout): number {
  const zones = form.columns.flatMap(({ lane }) => {
    const symbols = form.symbols.filter((symbol) => lane !== null && symbol.lane === lane);
    if (symbols.length === 0) return [];
    const narrowest = symbols.reduce((best, one) => (one.width < best.width ? one : best));
    return [{ from: narrowest.x, to: narrowest.x + narrowest.width }];
  });
  let count = 0;
  for (const { points, loop } of form.paths) {
    if (!loop) continue;
    for (let i = 0; i + 1 < points.length; i++) {
      const { x, y } = points[i]!;
      if (points[i + 1]!.y >= y) continue;
      if (zones.some(({ from, to }) => x > from && x < to)) count++;
    }
  }
  return count;
}

function isStray(symbol: FormSymbol, form: FormLayout): boolean {
  const lanes = form.columns.filter(({ role }) => role === "lane");
  const columns = symbol.lane === null ? lanes : lanes.filter(({ lane }) => lane === symbol.lane);
  const rows =
    symbol.lane === null ? form.rows : form.rows.filter(({ node }) => node === symbol.node);
  const fitsAcross = (from: number, to: number): boolean =>
    symbol.x >= from && symbol.x + symbol.width <= to;
  const inColumn =
    symbol.lane === null
      ? fitsAcross(lanes[0]!.x, lanes.at(-1)!.x + lanes.at(-1)!.width)
      : columns.some(({ x, width }) => fitsAcross(x, x + width));
  const inRow = rows.some(
    ({ y, height }) => symbol.y >= y && symbol.y + symbol.height <= y + height,
  );
  return !inColumn || !inRow;
}

function isOnBorder(segment: Segment, form: FormLayout): boolean {
  if (segment.hi - segment.lo < 1) return false;
  if (segment.vertical) {
    return form.columns.some(({ x }) => Math.abs(segment.at - x) < nearest);
  }
  return form.rows.some(
    ({ y, height }) =>
      Math.abs(segment.at - y) < nearest || Math.abs(segment.at - y - height) < nearest,
  );
}
