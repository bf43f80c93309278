import type { FormGrid, Link } from "./form-grid.js";
import type { Route, Run } from "./route.js";
import { isLane, runsOf, trunkEnd, trunkStart } from "./route.js";
import type { Traffic } from "./traffic.js";
import { jointRun, traffic } from "./traffic.js";

/** Every edge's route as pieces, and the lines of the joint steps, none of them placed yet. */
export interface Routing {
  readonly traffic: Traffic;
  /** By index in `FormGrid.links`: the pieces in the order in which the arrow runs. */
  readonly paths: readonly (readonly Run[])[];
  readonly routes: readonly Route[];
  readonly joints: readonly { readonly level: number; readonly run: Run }[];
}

interface Candidate extends Route {
  readonly cost: number;
}

// In one unit: what a bend is worth against length and against what the form's readers expect.
const bendCost = 10;
const sideEntryCost = 12;
const loopSideEntryCost = 3;
const loopBottomExitCost = 5;
const strangeLaneCost = 5;
const secondBottomOutcomeCost = 1000;
/** More lane pairs than this between two wide symbols are not worth trying. */
const mostPairs = 4;

/**
 * Routes the edges one after another, the most constrained first, each on the cheapest of its few
 * sensible routes given those before it, then gives every edge that got in another's way a second
 * choice. A route along the outermost gutters always exists, so every link gets one.
 */
export function routeEdges(grid: FormGrid): Routing {
  const lines = traffic(grid);
  const joints: { level: number; run: Run }[] = [];
  grid.levels.forEach((level, at) => {
    if (level.isBar) return;
    for (let i = 0; i + 1 < level.lanes.length; i++) {
      const run = jointRun(at, level.lanes[i]!, level.lanes[i + 1]!);
      joints.push({ level: at, run });
      lines.add([run]);
    }
  });

  const routes: Route[] = [];
  const paths: Run[][] = [];
  const bottomOutcomes = new Map<number, number>();
  const countBottom = (route: Route, by: number): void => {
    if (grid.links[route.link]!.outcome === null || route.leavesAside) return;
    bottomOutcomes.set(route.from, (bottomOutcomes.get(route.from) ?? 0) + by);
  };

  const choose = (link: Link, index: number): { runs: Run[]; route: Route; crowding: number } => {
    const candidates = candidatesOf(grid, link, index);
    const bottomTaken = link.outcome !== null && (bottomOutcomes.get(link.from) ?? 0) > 0;
    let best: { runs: Run[]; route: Route; crowding: number } | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      if (candidate.cost >= bestCost) break;
      const runs = runsOf(candidate);
      let crowding = lines.costOf(runs);
      if (bottomTaken && !candidate.leavesAside) crowding += secondBottomOutcomeCost;
      if (candidate.cost + crowding < bestCost) {
        bestCost = candidate.cost + crowding;
        best = { runs, route: candidate, crowding };
      }
    }
    return best!;
  };

  const order = grid.links
    .map((_, index) => index)
    .sort((a, b) => urgency(grid.links[a]!) - urgency(grid.links[b]!) || a - b);
  for (const index of order) {
    const { runs, route } = choose(grid.links[index]!, index);
    paths[index] = runs;
    routes[index] = route;
    lines.add(runs);
    countBottom(route, 1);
  }
  for (const index of order) {
    lines.remove(paths[index]!);
    if (lines.costOf(paths[index]!) > 0) {
      countBottom(routes[index]!, -1);
      const { runs, route } = choose(grid.links[index]!, index);
      paths[index] = runs;
      routes[index] = route;
      countBottom(route, 1);
    }
    lines.add(paths[index]!);
  }
  return { traffic: lines, paths, routes, joints };
}

/** Short forward edges first, then long ones, then loops: who has least choice chooses first. */
const urgency = (link: Link): number =>
  link.to > link.from ? link.to - link.from : 10_000 + link.from - link.to;

function candidatesOf(grid: FormGrid, link: Link, index: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [source, target] of lanePairs(grid, link)) {
    for (let trunk = 0; trunk <= 2 * grid.laneCount; trunk++) {
      addCandidates(grid, link, index, 2 * source + 1, 2 * target + 1, trunk, candidates);
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost);
}

/** Which box of a joint step, or which place of a bar, an edge may use: the nearest few. */
function lanePairs(grid: FormGrid, link: Link): (readonly [number, number])[] {
  const sources = grid.levels[link.from]!.lanes;
  const targets = grid.levels[link.to]!.lanes;
  if (sources.length === 1 && targets.length === 1) return [[sources[0]!, targets[0]!]];
  const pairs = sources.flatMap((source) => targets.map((target) => [source, target] as const));
  pairs.sort((a, b) => Math.abs(a[0] - a[1]) - Math.abs(b[0] - b[1]));
  return pairs.slice(0, mostPairs);
}

function addCandidates(
  grid: FormGrid,
  link: Link,
  index: number,
  source: number,
  target: number,
  trunk: number,
  candidates: Candidate[],
): void {
  const { from, to } = link;
  const isLoop = to <= from;
  // Loops run in gutters, where nobody takes them for the next step.
  if (isLoop && isLane(trunk)) return;
  const canLeaveAside =
    trunk !== source &&
    !grid.levels[from]!.isBar &&
    grid.isRowClear(from, source + Math.sign(trunk - source), trunk);
  const canEnterAside =
    trunk !== target &&
    !grid.levels[to]!.isBar &&
    grid.isRowClear(to, target + Math.sign(trunk - target), trunk);
  for (let way = 0; way < 4; way++) {
    const leavesAside = (way & 1) === 1;
    const entersAside = (way & 2) === 2;
    if ((leavesAside && !canLeaveAside) || (entersAside && !canEnterAside)) continue;
    const route = { link: index, from, to, source, target, trunk, leavesAside, entersAside };
    const start = trunkStart(route);
    const end = trunkEnd(route);
    if (isLoop ? start <= end : start >= end) continue;
    // Levels strictly between the trunk's ends; those at its ends were looked at above.
    const first = Math.floor(Math.min(start, end) / 2 + 0.5);
    const last = Math.ceil(Math.max(start, end) / 2 - 0.5);
    if (!grid.isColumnClear(trunk, first, last)) continue;
    candidates.push({ ...route, cost: costOf(route, isLoop) });
  }
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
