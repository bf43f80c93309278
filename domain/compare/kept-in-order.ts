/**
 * The most of `after` that stands in the same order in `before`: what need not be moved to make one
 * order out of the other. Names occur at most once in each; names of one list only do not count.
 */
export function keptInOrder(
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<string> {
  const was = new Map(before.map((name, at) => [name, at]));
  const common = after.filter((name) => was.has(name));
  /** At `n`, the last of the rising runs of length `n + 1` whose last stood earliest. */
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const [at, name] of common.entries()) {
    const place = was.get(name)!;
    const length = firstNotBefore(ends, (end) => was.get(common[end]!)! < place);
    previous.set(at, ends[length - 1]);
    ends[length] = at;
  }
  const kept = new Set<string>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(common[at]!);
  return kept;
}

/** The first index whose item is not before; the items that are come first. */
function firstNotBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
