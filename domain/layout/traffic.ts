import type { FormGrid } from "./form-grid.js";
import type { Run } from "./route.js";
import { isLane, isLevel } from "./route.js";
import { RunningSums } from "./running-sums.js";

// In the router's unit, in which a bend is worth 10. Tuned on hundreds of random forms: higher
// prices of crossings lead to detours that nobody would draw.
const crossingCost = 50;
/** The same where one of the two turns in the other's channel, and may well keep clear of it. */
const endCost = 25;
/** For each other piece in the same channel: a lane, a level, a gutter, a gap between two rows. */
const sharingCost = { lane: 12, level: 9, gutter: 6, gap: 2 } as const;

/** The pieces that are already routed, and what a further piece would cost among them. */
export interface Traffic {
  add(runs: readonly Run[]): void;
  /**
   * Expected crossings and crowding, in the router's unit; 0 where the way is free. It may stop
   * counting at `limit`, when the route is too dear anyway.
   */
  costOf(runs: readonly Run[], limit: number): number;
  /** What a vertical piece alone would cost; the dearest part of most routes. */
  costOfVertical(across: number, lo: number, hi: number): number;
}

const joined = (a: Run, b: Run): boolean => a.lo <= b.hi && b.lo <= a.hi;

/** The pieces at one position across, counted so that a long piece need not meet each of them. */
class Column {
  /** By position down: the horizontal pieces that pass through. */
  private readonly passing: RunningSums;
  /** By position down: how many more vertical pieces run there than one position above. */
  private readonly covering: RunningSums;
  /** By half position down: where the vertical pieces begin and end. */
  private readonly starts: RunningSums;
  private readonly ends: RunningSums;

  constructor(height: number) {
    this.passing = new RunningSums(height + 1);
    this.covering = new RunningSums(height + 1);
    this.starts = new RunningSums(2 * height + 1);
    this.ends = new RunningSums(2 * height + 1);
  }

  addVertical({ lo, hi }: Run): void {
    this.starts.add(2 * lo, 1);
    this.ends.add(2 * hi, 1);
    this.covering.add(Math.floor(lo) + 1, 1);
    this.covering.add(Math.ceil(hi), -1);
  }

  addPassing(down: number): void {
    this.passing.add(down, 1);
  }

  /** How many vertical pieces run through this position down. */
  coveringAt(down: number): number {
    return this.covering.before(down + 1);
  }

  /** Horizontal pieces that pass strictly between two positions down. */
  passingBetween(lo: number, hi: number): number {
    return this.passing.before(Math.ceil(hi)) - this.passing.before(Math.floor(lo) + 1);
  }

  /** Horizontal pieces that pass at a position down; none between two positions. */
  passingAt(down: number): number {
    if (!Number.isInteger(down)) return 0;
    return this.passing.before(down + 1) - this.passing.before(down);
  }

  /** Vertical pieces that meet one from `lo` to `hi`, their ends included. */
  meeting(lo: number, hi: number): number {
    return this.starts.before(2 * hi + 1) - this.ends.before(2 * lo);
  }

  /** Vertical pieces that end where one begins, or begin where it ends. */
  touching(lo: number, hi: number): number {
    const ending = this.ends.before(2 * lo + 1) - this.ends.before(2 * lo);
    return ending + this.starts.before(2 * hi + 1) - this.starts.before(2 * hi);
  }
}

export function traffic(grid: FormGrid): Traffic {
  const height = 2 * grid.levels.length + 1;
  const horizontals: Run[][] = Array.from({ length: height }, () => []);
  const columns = Array.from({ length: 2 * grid.laneCount + 1 }, () => new Column(height));
  const add = (run: Run): void => {
    if (run.vertical) {
      columns[run.at]!.addVertical(run);
      return;
    }
    horizontals[run.at]!.push(run);
    const end = Math.ceil(run.hi);
    for (let at = Math.floor(run.lo) + 1; at < end; at++) columns[at]!.addPassing(run.at);
  };

  const costOfVertical = (across: number, lo: number, hi: number): number => {
    const column = columns[across]!;
    const meeting = column.meeting(lo, hi);
    // In a lane, one piece may end in the gap where the other begins.
    const { lane, gutter } = sharingCost;
    const sharing = isLane(across)
      ? lane * meeting - (lane - gutter) * column.touching(lo, hi)
      : gutter * meeting;
    const atEnds = column.passingAt(lo) + column.passingAt(hi);
    return sharing + crossingCost * column.passingBetween(lo, hi) + endCost * atEnds;
  };

  const costOfHorizontal = (run: Run): number => {
    const shared = isLevel(run.at) ? sharingCost.level : sharingCost.gap;
    let cost = 0;
    for (const other of horizontals[run.at]!) if (joined(run, other)) cost += shared;
    const last = Math.floor(run.hi);
    for (let at = Math.ceil(run.lo); at <= last; at++) {
      const inside = run.lo < at && at < run.hi;
      cost += columns[at]!.coveringAt(run.at) * (inside ? crossingCost : endCost);
    }
    return cost;
  };

  return {
    add(runs) {
      for (const run of runs) add(run);
    },
    costOf(runs, limit) {
      let cost = 0;
      for (const run of runs) {
        cost += run.vertical ? costOfVertical(run.at, run.lo, run.hi) : costOfHorizontal(run);
        if (cost >= limit) break;
      }
      return cost;
    },
    costOfVertical,
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
    isForward: true,
    loTurn: 0,
    hiTurn: 0,
    loNext: null,
    hiNext: null,
    track: 0,
    half: 0,
  };
}
