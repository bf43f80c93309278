import type { FormGrid } from "./form-grid.js";
import type { Run } from "./route.js";
import { isLane, isLevel } from "./route.js";

/** What one crossing costs, in the router's unit (a bend costs 10). */
export const crossingCost = 20;

/** The pieces that are already routed, and what a further piece would cost among them. */
export interface Traffic {
  add(runs: readonly Run[]): void;
  remove(runs: readonly Run[]): void;
  /**
   * Expected crossings and crowding, in the router's unit; 0 where the way is free. It may stop
   * counting at `limit`, when the route is too dear anyway.
   */
  costOf(runs: readonly Run[], limit: number): number;
  horizontalsAt(down: number): readonly Run[];
  verticalsAt(across: number): readonly Run[];
}

const joined = (a: Run, b: Run): boolean => a.lo <= b.hi && b.lo <= a.hi;

export function traffic(grid: FormGrid): Traffic {
  const horizontals: Run[][] = Array.from({ length: 2 * grid.levels.length + 1 }, () => []);
  const verticals: Run[][] = Array.from({ length: 2 * grid.laneCount + 1 }, () => []);
  const bucketOf = (run: Run): Run[] => (run.vertical ? verticals : horizontals)[run.at]!;

  const sharing = (run: Run, other: Run): number => {
    if (!joined(run, other)) return 0;
    if (!run.vertical) return isLevel(run.at) ? 9 : 2;
    if (!isLane(run.at)) return 2;
    // In a lane, one piece may end in the gap where the other begins.
    return run.lo === other.hi || other.lo === run.hi ? 2 : 9;
  };

  const costOfRun = (run: Run): number => {
    let cost = 0;
    for (const other of bucketOf(run)) cost += sharing(run, other);
    const across = run.vertical ? horizontals : verticals;
    const first = Math.ceil(run.lo);
    const last = Math.floor(run.hi);
    for (let at = first; at <= last; at++) {
      const inside = run.lo < at && at < run.hi;
      for (const other of across[at]!) {
        if (other.lo < run.at && run.at < other.hi) cost += inside ? crossingCost : 4;
      }
    }
    return cost;
  };

  return {
    add(runs) {
      for (const run of runs) bucketOf(run).push(run);
    },
    remove(runs) {
      for (const run of runs) {
        const bucket = bucketOf(run);
        bucket.splice(bucket.indexOf(run), 1);
      }
    },
    costOf(runs, limit) {
      let cost = 0;
      for (const run of runs) {
        cost += costOfRun(run);
        if (cost >= limit) break;
      }
      return cost;
    },
    horizontalsAt: (down) => horizontals[down]!,
    verticalsAt: (across) => verticals[across]!,
  };
}

/** The line between two neighbouring boxes of a joint step, as a piece in its level. */
export function jointRun(level: number, left: number, right: number): Run {
  return {
    link: -1,
    vertical: false,
    at: 2 * level + 1,
    lo: 2 * left + 1.5,
    hi: 2 * right + 0.5,
    loTurn: 0,
    hiTurn: 0,
    loNext: null,
    hiNext: null,
    track: 0,
    half: 0,
  };
}
