import type { FormGrid, Link } from "./form-grid.js";
import type { Route, Run } from "./route.js";
import { isLane, runsOf, trunkEnd, trunkSpan, trunkStart } from "./route.js";

export interface Choice {
  readonly route: Route;
  readonly runs: Run[];
}

/** What a route costs among those that are already there, in the router's unit. */
export interface Crowding {
  /** Exactly where it is below `limit`, else at least that. */
  ofRoute(route: Route, runs: readonly Run[], limit: number): number;
  /** The trunk's part of that. */
  ofTrunk(across: number, lo: number, hi: number): number;
}

// In one unit: what a bend is worth against length and against what the form's readers expect.
const bendCost = 10;
const sideEntryCost = 12;
const loopSideEntryCost = 3;
const loopBottomExitCost = 5;
const strangeLaneCost = 5;
/** More lane pairs than this between two wide symbols are not worth trying. */
const mostPairs = 4;

/**
 * The cheapest of a link's sensible routes: one for each trunk and each way out of the source and
 * into the target. `crowding` says what a route costs among the others. The search goes outwards from
 * the direct trunks and skips what cannot be cheaper any more: mostly all but one or two.
 */
export function cheapestRoute(
  grid: FormGrid,
  link: Link,
  index: number,
  crowding: Crowding,
): Choice {
  const isLoop = link.to <= link.from;
  let best: Choice | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const tryTrunk = (source: number, target: number, trunk: number): void => {
    if (leastCost(source, target, trunk) >= bestCost) return;
    const ways = waysAlong(grid, link, source, target, trunk);
    for (let way = 0; way < 4; way++) {
      if ((ways & (1 << way)) === 0) continue;
      const leavesAside = (way & 1) === 1;
      const entersAside = (way & 2) === 2;
      const { from, to } = link;
      const route = { link: index, from, to, source, target, trunk, leavesAside, entersAside };
      const cost = costOf(route, isLoop);
      if (cost >= bestCost) continue;
      const start = trunkStart(route);
      const end = trunkEnd(route);
      if (isLoop ? start <= end : start >= end) continue;
      // Levels strictly between the trunk's ends; those at its ends were looked at before.
      const first = Math.floor(Math.min(start, end) / 2 + 0.5);
      if (!grid.isColumnClear(trunk, first, Math.ceil(Math.max(start, end) / 2 - 0.5))) continue;
      const [lo, hi] = trunkSpan(route);
      if (cost + crowding.ofTrunk(trunk, lo, hi) >= bestCost) continue;
      const runs = runsOf(route);
      const total = cost + crowding.ofRoute(route, runs, bestCost - cost);
      if (total >= bestCost) continue;
      bestCost = total;
      best = { route, runs };
    }
  };
  const last = 2 * grid.laneCount;
  for (const [sourceLane, targetLane] of lanePairs(grid, link)) {
    const source = 2 * sourceLane + 1;
    const target = 2 * targetLane + 1;
    const low = Math.min(source, target);
    const high = Math.max(source, target);
    tryTrunk(source, target, target);
    if (source !== target) tryTrunk(source, target, source);
    for (let trunk = low + 1; trunk < high; trunk++) tryTrunk(source, target, trunk);
    for (let detour = 1; low - detour >= 0 || high + detour <= last; detour++) {
      if (low - detour >= 0) tryTrunk(source, target, low - detour);
      if (high + detour <= last) tryTrunk(source, target, high + detour);
    }
  }
  // The outermost gutters are never blocked, and a symbol's bottom and top never closed.
  return best!;
}

/** Which box of a joint step, or which place of a bar, an edge may use: the nearest few. */
function lanePairs(grid: FormGrid, link: Link): (readonly [number, number])[] {
  const sources = grid.levels[link.from]!.lanes;
  const targets = grid.levels[link.to]!.lanes;
  if (sources.length === 1 && targets.length === 1) return [[sources[0]!, targets[0]!]];
  const pairs: [number, number][] = [];
  const distance = (pair: readonly [number, number]): number => Math.abs(pair[0] - pair[1]);
  for (const source of sources) {
    for (const target of targets) {
      const far = Math.abs(source - target);
      if (pairs.length === mostPairs && distance(pairs.at(-1)!) <= far) continue;
      let at = pairs.length;
      while (at > 0 && distance(pairs[at - 1]!) > far) at--;
      pairs.splice(at, 0, [source, target]);
      if (pairs.length > mostPairs) pairs.pop();
    }
  }
  return pairs;
}

/** What any route along this trunk costs at least. */
const leastCost = (source: number, target: number, trunk: number): number =>
  Math.abs(trunk - source) +
  Math.abs(trunk - target) +
  (trunk === source ? 0 : bendCost) +
  (trunk === target ? 0 : bendCost);

/** Which ways in and out a trunk allows, one bit each: 1 leaves aside, 2 enters aside, 3 both. */
function waysAlong(
  grid: FormGrid,
  { from, to }: Link,
  source: number,
  target: number,
  trunk: number,
): number {
  // Loops run in gutters, where nobody takes them for the next step.
  if (to <= from && isLane(trunk)) return 0;
  const canLeaveAside =
    trunk !== source &&
    !grid.levels[from]!.isBar &&
    grid.isRowClear(from, source + Math.sign(trunk - source), trunk);
  const canEnterAside =
    trunk !== target &&
    !grid.levels[to]!.isBar &&
    grid.isRowClear(to, target + Math.sign(trunk - target), trunk);
  const below = canLeaveAside ? 0b0011 : 0b0001;
  return canEnterAside ? below | (below << 2) : below;
}

function costOf(route: Route, isLoop: boolean): number {
  const { source, target, trunk, leavesAside, entersAside } = route;
  let cost = Math.abs(trunk - source) + Math.abs(trunk - target);
  if (trunk !== source) {
    cost += leavesAside ? bendCost : 2 * bendCost;
    if (isLoop && !leavesAside) cost += loopBottomExitCost;
  }
  if (trunk !== target) {
    cost += entersAside ? bendCost : 2 * bendCost;
    if (entersAside) cost += isLoop ? loopSideEntryCost : sideEntryCost;
  }
  if (isLane(trunk) && trunk !== source && trunk !== target) cost += strangeLaneCost;
  return cost;
}
