import type { FormGrid, Link } from "./form-grid.js";
import type { Choice, Crowding } from "./cheapest-route.js";
import { cheapestRoute } from "./cheapest-route.js";
import type { Route, Run } from "./route.js";
import { jointRun, traffic } from "./traffic.js";

/** Every edge's route as pieces, and the lines of the joint steps, none of them placed yet. */
export interface Routing {
  /** By position down and across: the pieces that run there. */
  readonly horizontals: readonly (readonly Run[])[];
  readonly verticals: readonly (readonly Run[])[];
  /** By index in `FormGrid.links`: the pieces in the order in which the arrow runs. */
  readonly paths: readonly (readonly Run[])[];
  readonly routes: readonly Route[];
  readonly joints: readonly { readonly level: number; readonly run: Run }[];
}

/** A second branch at a bottom would put its label on the first one's line. */
const secondAtBottomCost = 1000;
/** Outcomes are told apart most easily where each leaves its diamond at a side of its own. */
const secondAtSideCost = 6;

/** One number for a level and the side (left, bottom, right) at which a route leaves it. */
const sideOf = ({ from, source, trunk, leavesAside }: Route): number =>
  3 * from + (leavesAside ? 1 + Math.sign(trunk - source) : 1);

/**
 * Routes the edges one after another, the most constrained first, each on the cheapest of its few
 * sensible routes given those before it. A second round for those that got in one
 * another's way, tried on hundreds of forms, gave more crossings and more bends. A route along the outermost gutters always exists, so every link gets one.
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
  /** By level and side: whether a branch leaves there. */
  const takenSides = new Set<number>();
  const choose = (link: Link, index: number): Choice => {
    const crowding: Crowding = {
      ofRoute(route, runs, limit) {
        const isTaken = link.isBranch && takenSides.has(sideOf(route));
        const second = route.leavesAside ? secondAtSideCost : secondAtBottomCost;
        return lines.costOf(runs, limit) + (isTaken ? second : 0);
      },
      ofTrunk: lines.costOfVertical,
    };
    return cheapestRoute(grid, link, index, crowding);
  };

  const order = grid.links
    .map((_, index) => index)
    .sort((a, b) => urgency(grid.links[a]!) - urgency(grid.links[b]!) || a - b);
  for (const index of order) {
    const { runs, route } = choose(grid.links[index]!, index);
    paths[index] = runs;
    routes[index] = route;
    lines.add(runs);
    if (grid.links[index]!.isBranch) takenSides.add(sideOf(route));
  }
  const horizontals: Run[][] = Array.from({ length: 2 * grid.levels.length + 1 }, () => []);
  const verticals: Run[][] = Array.from({ length: 2 * grid.laneCount + 1 }, () => []);
  for (const { run } of joints) horizontals[run.at]!.push(run);
  for (const run of paths.flat()) (run.vertical ? verticals : horizontals)[run.at]!.push(run);
  return { horizontals, verticals, paths, routes, joints };
}

/** Short forward edges first, then long ones, then loops: who has least choice chooses first. */
const urgency = (link: Link): number =>
  link.to > link.from ? link.to - link.from : 10_000 + link.from - link.to;
