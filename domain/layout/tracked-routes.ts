import type { Edge } from "../sop/graph.js";
import { assignTracks, type Channels } from "./assign-tracks.js";
import type { FormGrid, Level } from "./form-grid.js";
import { routeEdges, type Routing } from "./route-edges.js";

/** Every arrow's way over the grid, with a track for each of its pieces. */
export interface TrackedRoutes {
  readonly routing: Routing;
  readonly channels: Channels;
}

interface Remembered extends TrackedRoutes {
  readonly grid: FormGrid;
}

// Routing is most of the work of a layout, and knows no texts: while a step's words are typed, the
// edges are the same list and the grid has the same shape, so that every arrow runs as it did.
const memories = new WeakMap<readonly Edge[], Remembered>();

/** The routes of `edges` on their grid: found once for as long as both stay as they are. */
export function trackedRoutes(edges: readonly Edge[], grid: FormGrid): TrackedRoutes {
  const known = memories.get(edges);
  if (known !== undefined && isSameShape(known.grid, grid)) return known;
  const routing = routeEdges(grid);
  const routes = { grid, routing, channels: assignTracks(grid, routing) };
  memories.set(edges, routes);
  return routes;
}

const isSameShape = (a: FormGrid, b: FormGrid): boolean =>
  a.laneCount === b.laneCount &&
  a.levels.length === b.levels.length &&
  a.levels.every((level, at) => isSameLevel(level, b.levels[at]!));

const isSameLevel = (a: Level, b: Level): boolean =>
  a.node.key === b.node.key &&
  a.kind === b.kind &&
  a.lanes.length === b.lanes.length &&
  a.lanes.every((lane, at) => lane === b.lanes[at]);
