import type {
  FormColumn,
  FormLayout,
  FormPath,
  FormRow,
  FormSymbol,
  NodeKey,
} from "../../../domain/index.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** A place between two rows. */
export interface RowGap {
  /** The row under it; `null` under the last row. */
  readonly before: NodeKey | null;
  /** The row over it; `null` over the first row. */
  readonly after: NodeKey | null;
  readonly y: number;
}

/*
 * What is at a point of the form, from the geometry alone: it costs the same on a form of a
 * thousand rows, and works where the symbols are too small to be elements of the page.
 */

/** The symbol at the point, or less than `within` px from it; the nearest one of several. */
export function hitSymbol(form: FormLayout, point: Point, within = 0): FormSymbol | null {
  let nearest: FormSymbol | null = null;
  let least = within + 0.001;
  for (const symbol of form.symbols) {
    const away = distanceToArea(symbol, point);
    if (away < least) {
      nearest = symbol;
      least = away;
    }
  }
  return nearest;
}

/** The arrow that runs past the point at most `within` px away; the nearest one of several. */
export function hitPath(form: FormLayout, point: Point, within: number): FormPath | null {
  let nearest: FormPath | null = null;
  let least = within;
  for (const path of form.paths) {
    for (const [a, b] of segmentsOf(path)) {
      const away = distanceToArea(
        {
          x: Math.min(a.x, b.x),
          y: Math.min(a.y, b.y),
          width: Math.abs(a.x - b.x),
          height: Math.abs(a.y - b.y),
        },
        point,
      );
      if (away <= least) {
        nearest = path;
        least = away;
      }
    }
  }
  return nearest;
}

/** The middle of an arrow's longest piece: where a sign on it is clear of its corners. */
export function middleOfPath(path: FormPath): Point {
  let longest: readonly [Point, Point] | null = null;
  for (const segment of segmentsOf(path)) {
    if (longest === null || lengthOf(segment) > lengthOf(longest)) longest = segment;
  }
  const [a, b] = longest ?? [path.points[0]!, path.points[0]!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** The row at the height `y`, between the heading and the form's end. */
export function rowAt(form: FormLayout, y: number): FormRow | null {
  const row = form.rows[rowIndexAt(form, y)];
  return row !== undefined && y >= row.y && y < row.y + row.height ? row : null;
}

/** The gap between two rows that is nearest to the height `y`. */
export function gapAt(form: FormLayout, y: number): RowGap {
  const index = rowIndexAt(form, y);
  const row = form.rows[index];
  if (row === undefined) return { before: null, after: null, y: form.height };
  const under = y >= row.y + row.height / 2 ? index + 1 : index;
  return {
    before: form.rows[under]?.node ?? null,
    after: form.rows[under - 1]?.node ?? null,
    y: form.rows[under]?.y ?? row.y + row.height,
  };
}

/** The lane column at `x`; outside the lanes, the one at that end of them. `null`: no lanes. */
export function laneAt(form: FormLayout, x: number): FormColumn | null {
  const lanes = form.columns.filter(({ lane }) => lane !== null);
  return lanes.find((column) => x < column.x + column.width) ?? lanes.at(-1) ?? null;
}

/** Whether `x` is over the lanes, and not over the texts beside them. */
export function isOverLanes(form: FormLayout, x: number): boolean {
  return form.columns.some(
    (column) => column.lane !== null && x >= column.x && x <= column.x + column.width,
  );
}

/** The steps that an area touches: by their symbols, and over the texts by their rows. */
export function stepsInArea(form: FormLayout, area: Area): NodeKey[] {
  const found = new Set<NodeKey>();
  for (const symbol of form.symbols) if (isTouching(symbol, area)) found.add(symbol.node);
  const isBesideLanes = form.columns.some(
    (column) =>
      column.lane === null && column.x < area.x + area.width && area.x < column.x + column.width,
  );
  for (const row of isBesideLanes ? form.rows : []) {
    if (isTouching({ x: 0, width: form.width, y: row.y, height: row.height }, area)) {
      found.add(row.node);
    }
  }
  return [...found];
}

export const areaBetween = (a: Point, b: Point): Area => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Rows stand one under the other: the last one that begins over `y`. */
function rowIndexAt(form: FormLayout, y: number): number {
  let low = 0;
  let high = form.rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (form.rows[middle]!.y <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

function* segmentsOf({ points }: FormPath): Generator<readonly [Point, Point]> {
  for (let index = 1; index < points.length; index++) yield [points[index - 1]!, points[index]!];
}

const lengthOf = ([a, b]: readonly [Point, Point]): number =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function distanceToArea({ x, y, width, height }: Area, point: Point): number {
  const dx = Math.max(x - point.x, 0, point.x - x - width);
  const dy = Math.max(y - point.y, 0, point.y - y - height);
  return Math.hypot(dx, dy);
}

const isTouching = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
