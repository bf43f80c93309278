interface Entry {
  readonly at: number;
  /** Of two at the same moment, the one that was entered first comes first. */
  readonly order: number;
  readonly act: (at: number) => void;
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** What is going to happen, taken out in the order of time (a binary heap). */
export class Agenda {
  readonly #heap: Entry[] = [];
  #entered = 0;

  /** The moment of what comes next; `Infinity` where nothing does. */
  get next(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  enter(at: number, act: (at: number) => void): void {
    const heap = this.#heap;
    const entry = { at, order: this.#entered, act };
    this.#entered += 1;
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (!above || isBefore(above, entry)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  /** Does what comes next. */
  pass(): void {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last) return;
    if (heap.length > 0) this.#sink(last);
    first.act(first.at);
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      let below = heap[child];
      if (!below) break;
      const right = heap[child + 1];
      if (right && isBefore(right, below)) {
        below = right;
        child += 1;
      }
      if (isBefore(entry, below)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = entry;
  }
}
