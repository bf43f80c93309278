import type { OutputKey } from "../sop/graph.js";

/** A set of outputs, one bit for each: as many as a drawing has arrows are kept, joined and met. */
export type OutputSet = Uint32Array;

/** Which bit stands for which output. */
export class OutputBits {
  readonly #places: ReadonlyMap<OutputKey, number>;
  readonly #words: number;

  constructor(outputs: Iterable<OutputKey>) {
    this.#places = new Map([...new Set(outputs)].map((output, place) => [output, place]));
    this.#words = (this.#places.size + 31) >> 5;
  }

  /** Those of these that have a bit; without any, the empty set. */
  of(outputs: Iterable<OutputKey> = []): OutputSet {
    const set = new Uint32Array(this.#words);
    for (const output of outputs) {
      const place = this.#places.get(output);
      if (place !== undefined) set[place >> 5]! |= 1 << (place & 31);
    }
    return set;
  }

  all(): OutputSet {
    return new Uint32Array(this.#words).fill(0xffff_ffff);
  }

  has(set: OutputSet, output: OutputKey): boolean {
    const place = this.#places.get(output);
    return place !== undefined && ((set[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
  }
}

export const isSameSet = (one: OutputSet, other: OutputSet): boolean =>
  one.every((word, at) => word === other[at]);
