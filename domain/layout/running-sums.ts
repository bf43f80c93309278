/**
 * Counts at the places 0..size-1, with the sum of any first places in a few steps (a Fenwick tree):
 * the router asks for such sums far more often than it changes a count.
 */
export class RunningSums {
  private readonly tree: Int32Array;

  constructor(size: number) {
    this.tree = new Int32Array(size + 1);
  }

  add(place: number, count: number): void {
    const { tree } = this;
    for (let i = place + 1; i < tree.length; i += i & -i) tree[i]! += count;
  }

  /** The sum of the places before `end`. */
  before(end: number): number {
    const { tree } = this;
    let sum = 0;
    for (let i = Math.min(end, tree.length - 1); i > 0; i -= i & -i) sum += tree[i]!;
    return sum;
  }
}
