import type { Run } from "./route.js";
import { isLevel } from "./route.js";

/**
 * Places the vertical pieces of one lane: the middle first, for straight lines between two symbols,
 * then for arrows into a symbol, then for the rest; who finds it taken steps to its own side.
 */
export function assignLaneTracks(runs: readonly Run[]): void {
  const order = [...runs].sort(
    (a, b) => rank(a) - rank(b) || b.hi - b.lo - (a.hi - a.lo) || a.lo - b.lo || a.link - b.link,
  );
  const placed: Run[] = [];
  for (const run of order) {
    run.track = firstFree(run, placed, meets);
    placed.push(run);
  }
}

/** A track that nothing else in the lane uses where the piece runs, its ends included. */
export const freeLaneTrack = (run: Run, others: readonly Run[]): number =>
  firstFree(run, others, (a, b) => a.lo <= b.hi && b.lo <= a.hi);

const isSymbolEnd = (down: number): boolean => !Number.isInteger(down);

function rank(run: Run): number {
  const atSymbols = Number(isSymbolEnd(run.lo)) + Number(isSymbolEnd(run.hi));
  if (atSymbols === 2) return 0;
  return run.hi - run.lo > 0.5 ? 1 : isSymbolEnd(run.hi) ? 2 : 3;
}

/**
 * Whether two pieces of a lane may not share a track. One may end in the gap in which the other
 * begins: the gap's order then keeps them apart.
 */
function meets(a: Run, b: Run): boolean {
  if (a.lo < b.hi && b.lo < a.hi) return true;
  return (a.lo === b.hi && isLevel(a.lo)) || (b.lo === a.hi && isLevel(b.lo));
}

function firstFree(run: Run, others: readonly Run[], clashes: (a: Run, b: Run) => boolean): number {
  const taken = new Set<number>();
  for (const other of others) {
    if (other !== run && clashes(run, other)) taken.add(other.track);
  }
  const side = run.loTurn + run.hiTurn < 0 ? -1 : 1;
  for (let step = 0; ; step++) {
    if (!taken.has(step * side)) return step * side;
    if (!taken.has(-step * side)) return -step * side;
  }
}
