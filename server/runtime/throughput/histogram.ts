/** How many durations fell into each bin, by the bins' numbers. */
export class Histogram {
  /** From the first bin that has any to the last. */
  readonly #counts: number[] = [];
  #first = 0;

  add(bin: number, count: number): void {
    if (this.#counts.length === 0) this.#first = bin;
    while (bin < this.#first) {
      this.#counts.unshift(0);
      this.#first -= 1;
    }
    const at = bin - this.#first;
    while (this.#counts.length <= at) this.#counts.push(0);
    this.#counts[at]! += count;
  }

  /** Adds bins and their counts, in turn. */
  addPairs(pairs: readonly number[]): void {
    for (let at = 0; at < pairs.length; at += 2) this.add(pairs[at]!, pairs[at + 1]!);
  }

  addAll(other: Histogram): void {
    other.forEach((bin, count) => this.add(bin, count));
  }

  /** Every bin that has any, in order. */
  forEach(take: (bin: number, count: number) => void): void {
    for (let at = 0; at < this.#counts.length; at += 1) {
      const count = this.#counts[at]!;
      if (count !== 0) take(this.#first + at, count);
    }
  }

  get total(): number {
    let total = 0;
    for (const count of this.#counts) total += count;
    return total;
  }
}
