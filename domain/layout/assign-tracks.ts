import type { FormGrid } from "./form-grid.js";
import { assignLaneTracks, freeLaneTrack } from "./lane-tracks.js";
import type { EndKey } from "./order-runs.js";
import { joined, orderRuns, overlapCost, pairCost, stackTracks, withKeys } from "./order-runs.js";
import type { Run } from "./route.js";
import { isLane } from "./route.js";
import type { Routing } from "./route-edges.js";

/** How many tracks the two halves of each gutter and gap need, by their index. */
export interface Channels {
  readonly gutters: readonly HalfCounts[];
  readonly gaps: readonly HalfCounts[];
  /** By lane: the largest offset in either direction, in tracks. */
  readonly laneReach: readonly number[];
  /** By level: the groups of its horizontal pieces; a group's tracks lie around the middle. */
  readonly levelGroups: readonly (readonly LevelGroup[])[];
}

export type HalfCounts = readonly [number, number];

/** Pieces that overlap one another in a level, and how many tracks they need. */
export interface LevelGroup {
  readonly runs: readonly Run[];
  readonly tracks: number;
}

/**
 * Gives every piece its track: `track` is an offset from the middle in lanes (…, -1, 0, 1, …),
 * counts from the top in a group of a level, and counts from the symbols towards the border in the
 * halves of gutters and gaps. No two pieces that meet in a channel get the same place.
 */
export function assignTracks(grid: FormGrid, routing: Routing): Channels {
  const { horizontals, verticals } = routing;
  for (let lane = 0; lane < grid.laneCount; lane++) {
    assignLaneTracks(verticals[2 * lane + 1]!);
  }
  const levelGroups = grid.levels.map((_, level) => assignLevel(horizontals[2 * level + 1]!));
  const gutters: HalfCounts[] = [];
  for (let gutter = 0; gutter <= grid.laneCount; gutter++) {
    const runs = verticals[2 * gutter]!;
    for (const run of runs) run.half = preferredGutterHalf(run);
    const order = orderRuns(runs, gutterKey, 1);
    const only = gutter === 0 ? 1 : gutter === grid.laneCount ? 0 : null;
    gutters.push(splitHalves(order, only));
  }
  const gaps: HalfCounts[] = [];
  for (let gap = 0; gap <= grid.levels.length; gap++) {
    const runs = horizontals[2 * gap]!;
    for (const run of runs) run.half = preferredGapHalf(run);
    const order = orderWithoutOverlap(runs, verticals);
    const only = gap === 0 ? 1 : gap === grid.levels.length ? 0 : null;
    gaps.push(splitHalves(order, only));
  }
  const laneReach = Array.from({ length: grid.laneCount }, (_, lane) =>
    verticals[2 * lane + 1]!.reduce((reach, run) => Math.max(reach, Math.abs(run.track)), 0),
  );
  return { gutters, gaps, laneReach, levelGroups };
}

const next = (run: Run, end: "lo" | "hi"): Run | null => (end === "lo" ? run.loNext : run.hiNext);

const acrossKey: EndKey = (run, end) => {
  const other = next(run, end);
  if (other === null) return run[end];
  if (isLane(other.at)) return other.at + other.track * 0.01;
  return other.half === 0
    ? other.at - 0.4 + other.track * 0.001
    : other.at + 0.4 - other.track * 0.001;
};

const coarseKey: EndKey = (run, end) => run[end];

/** Levels have their tracks by now, gaps not yet. */
const gutterKey: EndKey = (run, end) => {
  const other = next(run, end);
  return other === null || other.at % 2 === 0 ? run[end] : run[end] + other.track * 0.01;
};

function assignLevel(runs: readonly Run[]): LevelGroup[] {
  if (runs.length === 0) return [];
  const groups: LevelGroup[] = [];
  const order = orderRuns(runs, coarseKey, 1);
  const left = new Set(order);
  for (const seed of order) {
    if (!left.delete(seed)) continue;
    const members = new Set([seed]);
    // A Set yields what is added while it is walked, so this reaches the whole group.
    for (const member of members) {
      for (const other of left) {
        if (!joined(member, other)) continue;
        left.delete(other);
        members.add(other);
      }
    }
    const grouped = order.filter((run) => members.has(run));
    groups.push({ runs: grouped, tracks: stackTracks(grouped) });
  }
  return groups;
}

/** The half beside the symbol that the piece comes from or goes to. */
function preferredGutterHalf(run: Run): number {
  const lengthOf = (piece: Run | null): number =>
    piece === null ? Number.POSITIVE_INFINITY : piece.hi - piece.lo;
  const nearer = lengthOf(run.hiNext) < lengthOf(run.loNext) ? run.hiTurn : run.loTurn;
  return nearer > 0 ? 1 : 0;
}

/** Upper for what leaves a symbol above or turns back up, lower for what turns back down. */
function preferredGapHalf(run: Run): number {
  if (run.loTurn === run.hiTurn) return run.loTurn > 0 ? 1 : 0;
  const upper = run.loTurn < 0 ? run.loNext : run.hiNext;
  const isExit = upper !== null && isLane(upper.at) && upper.hi - upper.lo <= 0.5;
  return isExit ? 0 : 1;
}

/** Orders a gap; where one lane's two stubs would still overlap, one of them steps aside. */
function orderWithoutOverlap(runs: readonly Run[], verticals: readonly (readonly Run[])[]): Run[] {
  for (;;) {
    const order = orderRuns(runs, acrossKey, overlapCost);
    const stub = overlappingStub(order);
    if (stub === null) return order;
    stub.track = freeLaneTrack(stub, verticals[stub.at]!);
  }
}

function overlappingStub(order: readonly Run[]): Run | null {
  const keyed = order.map((run) => withKeys(run, acrossKey));
  for (let at = 1; at < keyed.length; at++) {
    const second = keyed[at]!;
    for (let i = 0; i < at; i++) {
      const first = keyed[i]!;
      if (pairCost(first, second, overlapCost) < overlapCost) continue;
      for (const end of ["lo", "hi"] as const) {
        const turn = end === "lo" ? second.run.loTurn : second.run.hiTurn;
        if (turn < 0 && (second[end] === first.lo || second[end] === first.hi)) {
          return next(second.run, end);
        }
      }
    }
  }
  return null;
}

/** Gives each piece a half that keeps the order, and a track in it counted from the symbols. */
function splitHalves(order: readonly Run[], only: number | null): HalfCounts {
  const halves: [Run[], Run[]] = [[], []];
  order.forEach((run, at) => {
    const isAfterSecond = order
      .slice(0, at)
      .some((other) => other.half === 1 && joined(run, other));
    run.half = only ?? (run.half === 1 || isAfterSecond ? 1 : 0);
    halves[run.half === 1 ? 1 : 0].push(run);
  });
  return [stackTracks(halves[0]), stackTracks(halves[1].reverse())];
}
