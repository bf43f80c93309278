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
  /** Whether the arrow runs from `lo` to `hi`. */
  readonly isForward: boolean;
  /** Which way the path goes on there: -1 left or up, 1 right or down, 0 nowhere: its symbol. */
  loTurn: number;
  hiTurn: number;
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
  const { link, source, target, trunk, from, to } = route;
  const start = trunkStart(route);
  const end = trunkEnd(route);
  const [lo, hi] = trunkSpan(route);
  const runs: Run[] = [];
  if (trunk !== source) {
    const exit = route.leavesAside ? source + Math.sign(trunk - source) / 2 : source;
    if (!route.leavesAside) runs.push(piece(link, true, source, 2 * from + 1.5, start));
    runs.push(piece(link, false, start, exit, trunk));
  }
  runs.push(piece(link, true, trunk, start < end ? lo : hi, start < end ? hi : lo));
  if (trunk !== target) {
    const entry = route.entersAside ? target + Math.sign(trunk - target) / 2 : target;
    runs.push(piece(link, false, end, trunk, entry));
    if (!route.entersAside) runs.push(piece(link, true, target, end, 2 * to + 0.5));
  }
  for (let i = 1; i < runs.length; i++) joinAtCorner(runs[i - 1]!, runs[i]!);
  return runs;
}

/** A straight piece in which the arrow runs from `start` to `end`. */
function piece(link: number, vertical: boolean, at: number, start: number, end: number): Run {
  const isForward = start <= end;
  return {
    link,
    vertical,
    at,
    lo: isForward ? start : end,
    hi: isForward ? end : start,
    isForward,
    loTurn: 0,
    hiTurn: 0,
    loNext: null,
    hiNext: null,
    track: 0,
    half: 0,
  };
}

/** Tells two pieces of one arrow, `first` running into `second`, of each other. */
function joinAtCorner(first: Run, second: Run): void {
  const onwards = second.isForward ? 1 : -1;
  const backwards = first.isForward ? -1 : 1;
  if (first.isForward) {
    first.hiNext = second;
    first.hiTurn = onwards;
  } else {
    first.loNext = second;
    first.loTurn = onwards;
  }
  if (second.isForward) {
    second.loNext = first;
    second.loTurn = backwards;
  } else {
    second.hiNext = first;
    second.hiTurn = backwards;
  }
}
