import { seededRandom } from "../layout/random-sop.js";

/** Choices from a seed: the same seed, the same choices, on every machine. */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** One of the elements; `undefined` only of an empty list. */
  pick<T>(elements: readonly T[]): T | undefined {
    return elements[this.below(elements.length)];
  }

  /** One of the names, each as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.#random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return entries.at(-1)![0];
  }

  /** Some of the elements, at least one, in their order. */
  some<T>(elements: readonly T[], most: number): T[] {
    const wanted = this.between(1, Math.min(most, elements.length));
    const kept = [...elements];
    while (kept.length > wanted) kept.splice(this.below(kept.length), 1);
    return kept;
  }
}
