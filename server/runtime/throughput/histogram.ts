/** How many durations fell into each bin, by the bins' numbers, which begin with -1. */
export class Histogram {
  /** By bin and one more; as long as the last that has any. */
  readonly #counts: number[] = [];

  add(bin: number, count: number): void {
    const at = bin + 1;
    while (this.#counts.length <= at) this.#counts.push(0);
    this.#counts[at]! += count;
  }

  /** Adds bins and their counts, in turn. */
  addPairs(pairs: readonly number[]): void {
    for (let at = 0; at < pairs.length; at += 2) this.add(pairs[at]!, pairs[at + 1]!);
  }

  addAll(other: Histogram): void {
    for (const [bin, count] of other.entries()) this.add(bin, count);
  }

  /** Every bin that has any, in order. */
  *entries(): IterableIterator<readonly [bin: number, count: number]> {
    for (const [at, count] of this.#counts.entries()) if (count !== 0) yield [at - 1, count];
  }
}
