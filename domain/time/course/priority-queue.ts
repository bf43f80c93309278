/** What is put in comes out by its rank, the least first. */
export class PriorityQueue<T> {
  readonly #items: { readonly value: T; readonly rank: number }[] = [];

  push(value: T, rank: number): void {
    const items = this.#items;
    const item = { value, rank };
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (items[above]!.rank <= rank) break;
      items[at] = items[above]!;
      at = above;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const item = items.pop();
    if (first === undefined || item === undefined || items.length === 0) return first?.value;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && items[below + 1]!.rank < items[below]!.rank) below += 1;
      if (items[below]!.rank >= item.rank) break;
      items[at] = items[below]!;
      at = below;
    }
    items[at] = item;
    return first.value;
  }
}
