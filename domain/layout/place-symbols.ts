import type { FormGrid } from "./form-grid.js";
import type { FormJoint, FormSymbol } from "./form-layout.js";
import type { LevelSize, Sizes } from "./level-sizes.js";
import type { LevelGroup } from "./assign-tracks.js";
import type { Metrics } from "./metrics.js";
import type { Across } from "./place-columns.js";
import type { Down } from "./place-rows.js";
import type { Run } from "./route.js";
import type { Routing } from "./route-edges.js";

/** Final positions of everything that the paths need. */
export interface Places {
  readonly symbols: readonly FormSymbol[];
  readonly joints: readonly FormJoint[];
  /** x of a vertical piece, y of a horizontal one. */
  position(run: Run): number;
  /** The symbol that stands at a level in a lane; a bar in any of its lanes. */
  symbolAt(level: number, lane: number): FormSymbol;
}

export function placeSymbols(
  grid: FormGrid,
  routing: Routing,
  sizes: Sizes,
  groups: readonly (readonly LevelGroup[])[],
  across: Across,
  down: Down,
  metrics: Metrics,
): Places {
  const levelOffsets = new Map<Run, number>();
  groups.forEach((list, level) => {
    for (const { runs, tracks } of list) {
      const middle = (tracks - 1) / 2;
      for (const run of runs) {
        levelOffsets.set(run, (run.track - middle) * sizes.levels[level]!.spacing);
      }
    }
  });
  const position = (run: Run): number => {
    const channel = Math.floor(run.at / 2);
    if (run.at % 2 === 0) {
      return (run.vertical ? across.gutterX : down.gapY)(channel, run.half, run.track);
    }
    if (run.vertical) return across.laneX(channel, run.track);
    return down.levelY(channel) + (levelOffsets.get(run) ?? 0);
  };

  const ports = barPorts(grid, routing, position);
  const symbols: FormSymbol[] = [];
  const byPlace: FormSymbol[][] = grid.levels.map(() => []);
  grid.levels.forEach((level, at) => {
    if (level.isBar) {
      if (level.lanes.length === 0 || grid.rows.length === 0) return;
      const bar = placeBar(level.node.key, level.lanes, ports.get(at) ?? [], {
        y: down.levelY(at),
        across,
        metrics,
      });
      symbols.push(bar);
      for (const lane of level.lanes) byPlace[at]![lane] = bar;
      return;
    }
    const size: LevelSize = sizes.levels[at]!;
    for (const { lane, width, height, label, lines } of size.symbols) {
      const symbol: FormSymbol = {
        node: level.node.key,
        lane: level.node.parts[level.partLanes.indexOf(lane)]!.lane,
        shape: level.kind.symbol,
        x: across.laneX(lane, 0) - width / 2,
        y: down.levelY(at) - height / 2,
        width,
        height,
        label,
        lines,
      };
      symbols.push(symbol);
      byPlace[at]![lane] = symbol;
    }
  });

  const joints = routing.joints.map(({ level, run }): FormJoint => {
    const left = byPlace[level]![(run.lo - 1.5) / 2]!;
    const right = byPlace[level]![(run.hi - 0.5) / 2]!;
    const y = position(run);
    return {
      node: grid.levels[level]!.node.key,
      from: { x: left.x + left.width, y },
      to: { x: right.x, y },
    };
  });
  return { symbols, joints, position, symbolAt: (level, lane) => byPlace[level]![lane]! };
}

/** By level of a bar: x of every line that ends on it. */
function barPorts(
  grid: FormGrid,
  routing: Routing,
  position: (run: Run) => number,
): ReadonlyMap<number, readonly number[]> {
  const ports = new Map<number, number[]>();
  const add = (level: number, run: Run): void => {
    if (!grid.levels[level]!.isBar) return;
    const known = ports.get(level);
    if (known === undefined) ports.set(level, [position(run)]);
    else known.push(position(run));
  };
  routing.paths.forEach((runs, link) => {
    const { from, to } = grid.links[link]!;
    add(from, runs[0]!);
    add(to, runs.at(-1)!);
  });
  return ports;
}

/** A bar is as long as its lines need, and never shorter than a box is wide. */
function placeBar(
  node: string,
  lanes: readonly number[],
  ports: readonly number[],
  form: { y: number; across: Across; metrics: Metrics },
): FormSymbol {
  const { width, barHeight } = form.metrics.symbol;
  const middle = form.across.laneX(lanes[0]!, 0);
  let left = ports.length === 0 ? middle - width / 2 : Math.min(...ports) - 6;
  let right = ports.length === 0 ? middle + width / 2 : Math.max(...ports) + 6;
  if (right - left < width) {
    const lane = nearestMiddle(lanes, form.across, (left + right) / 2);
    left = Math.min(left, lane - width / 2);
    right = Math.max(right, lane + width / 2);
  }
  return {
    node,
    lane: null,
    shape: "bar",
    x: left,
    y: form.y - barHeight / 2,
    width: right - left,
    height: barHeight,
    label: null,
    lines: [],
  };
}

function nearestMiddle(lanes: readonly number[], across: Across, x: number): number {
  let nearest = across.laneX(lanes[0]!, 0);
  for (const lane of lanes) {
    const middle = across.laneX(lane, 0);
    if (Math.abs(middle - x) < Math.abs(nearest - x)) nearest = middle;
  }
  return nearest;
}
