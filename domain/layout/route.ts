/**
 * How one edge runs on the coarse grid: out of its source, along one trunk, into its target.
 * `across` positions are gutters (even) and lanes (odd); `down` positions gaps (even) and levels.
 */
export interface Route {
  /** Index in `FormGrid.links`. */
  readonly link: number;
  readonly from: number;
  readonly to: number;
  /** Across position of the source's and the target's symbol. */
  readonly source: number;
  readonly target: number;
  readonly trunk: number;
  /** Leaves at the symbol's side, else at its bottom. */
  readonly leavesAside: boolean;
  /** Enters at the symbol's side, else at its top. */
  readonly entersAside: boolean;
}

/**
 * One straight piece of a route: a vertical one at an across position, or a horizontal one at a
 * down position. `lo` and `hi` are closed ends on the other axis; a piece that touches its symbol
 * begins half a position from the middle, so that pieces on opposite sides stay apart.
 */
export interface Run {
  /** Index in `FormGrid.links`; -1: the line of a joint step. */
  readonly link: number;
  readonly vertical: boolean;
  readonly at: number;
  readonly lo: number;
  readonly hi: number;
  /** Which way the path goes on there: -1 left or up, 1 right or down, 0 nowhere: its symbol. */
  readonly loTurn: number;
  readonly hiTurn: number;
  /** The pieces that cross this one's ends. */
  loNext: Run | null;
  hiNext: Run | null;
  /** Set by the track assignment; what it means depends on the channel. */
  track: number;
  /** In gutters and gaps: 0 the left or upper half of the channel, 1 the right or lower one. */
  half: number;
}

export const isLane = (across: number): boolean => across % 2 === 1;
export const isLevel = (down: number): boolean => down % 2 === 1;

/** Down position at which the trunk begins. */
export const trunkStart = (route: Route): number =>
  route.leavesAside || route.trunk === route.source ? 2 * route.from + 1 : 2 * route.from + 2;

/** Down position at which the trunk ends. */
export const trunkEnd = (route: Route): number =>
  route.entersAside || route.trunk === route.target ? 2 * route.to + 1 : 2 * route.to;

/** The trunk's two ends, the upper one first; at its own symbol it ends half a position away. */
export function trunkSpan(route: Route): readonly [number, number] {
  const { source, target, trunk, from, to } = route;
  const start = trunk === source ? 2 * from + 1.5 : trunkStart(route);
  const end = trunk === target ? 2 * to + 0.5 : trunkEnd(route);
  return start <= end ? [start, end] : [end, start];
}

/** The pieces of a route, in the order in which the arrow runs. */
export function runsOf(route: Route): Run[] {
  const corners: { x: number; y: number }[] = [];
  const { source, target, trunk, from, to } = route;
  const start = trunkStart(route);
  const end = trunkEnd(route);
  if (trunk === source) {
    corners.push({ x: source, y: 2 * from + 1.5 });
  } else if (route.leavesAside) {
    corners.push({ x: source + Math.sign(trunk - source) / 2, y: start }, { x: trunk, y: start });
  } else {
    corners.push({ x: source, y: 2 * from + 1.5 }, { x: source, y: start }, { x: trunk, y: start });
  }
  if (trunk === target) {
    corners.push({ x: target, y: 2 * to + 0.5 });
  } else if (route.entersAside) {
    corners.push({ x: trunk, y: end }, { x: target + Math.sign(trunk - target) / 2, y: end });
  } else {
    corners.push({ x: trunk, y: end }, { x: target, y: end }, { x: target, y: 2 * to + 0.5 });
  }
  const runs: Run[] = [];
  for (let i = 0; i + 1 < corners.length; i++) {
    const before = corners[i - 1];
    const a = corners[i]!;
    const b = corners[i + 1]!;
    const after = corners[i + 2];
    const vertical = i % 2 === (isHorizontalFirst(route) ? 1 : 0);
    const turnAtA = before === undefined ? 0 : turn(before, a, vertical);
    const turnAtB = after === undefined ? 0 : turn(after, b, vertical);
    const start = vertical ? a.y : a.x;
    const end = vertical ? b.y : b.x;
    const forward = start <= end;
    const run: Run = {
      link: route.link,
      vertical,
      at: vertical ? a.x : a.y,
      lo: forward ? start : end,
      hi: forward ? end : start,
      loTurn: forward ? turnAtA : turnAtB,
      hiTurn: forward ? turnAtB : turnAtA,
      loNext: null,
      hiNext: null,
      track: 0,
      half: 0,
    };
    runs.push(run);
  }
  linkNeighbours(runs, corners);
  return runs;
}

const isHorizontalFirst = (route: Route): boolean =>
  route.trunk !== route.source && route.leavesAside;

/** Which side of the corner `from` the other end `to` lies on, seen by a run through `from`. */
const turn = (
  to: { x: number; y: number },
  from: { x: number; y: number },
  vertical: boolean,
): number => Math.sign(vertical ? to.x - from.x : to.y - from.y);

function linkNeighbours(runs: Run[], corners: readonly { x: number; y: number }[]): void {
  runs.forEach((run, i) => {
    const a = corners[i]!;
    const b = corners[i + 1]!;
    const forward = run.vertical ? a.y <= b.y : a.x <= b.x;
    const previous = runs[i - 1] ?? null;
    const next = runs[i + 1] ?? null;
    run.loNext = forward ? previous : next;
    run.hiNext = forward ? next : previous;
  });
}
