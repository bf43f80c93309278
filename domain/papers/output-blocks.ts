import type { OutputKey } from "../sop/graph.js";

/** One bit in a block of 32 outputs. */
export interface OutputBit {
  readonly block: number;
  readonly bit: number;
}

/** As many outputs are followed through a drawing at once as a number has bits. */
export const blockSize = 32;

/** Which bit stands for which output. */
export class OutputBlocks {
  readonly #places: ReadonlyMap<OutputKey, number>;

  constructor(outputs: Iterable<OutputKey>) {
    this.#places = new Map([...new Set(outputs)].map((output, place) => [output, place]));
  }

  get count(): number {
    return Math.ceil(this.#places.size / blockSize);
  }

  bitOf(output: OutputKey): OutputBit | undefined {
    const place = this.#places.get(output);
    return place === undefined
      ? undefined
      : { block: Math.floor(place / blockSize), bit: 1 << (place % blockSize) };
  }

  /** Per block, by number, which of its outputs things have that have any. */
  sorted(things: Iterable<readonly [number: number, outputs: readonly OutputKey[]]>): Masks[] {
    const blocks = Array.from({ length: this.count }, (): Map<number, number> => new Map());
    for (const [number, outputs] of things) {
      for (const output of outputs) {
        const at = this.bitOf(output);
        if (at === undefined) continue;
        const masks = blocks[at.block]!;
        masks.set(number, (masks.get(number) ?? 0) | at.bit);
      }
    }
    return blocks;
  }
}

/** Sets of outputs of one block, by the numbers of what has them. */
export type Masks = ReadonlyMap<number, number>;
