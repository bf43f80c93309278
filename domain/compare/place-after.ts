import { keptInOrder } from "./kept-in-order.js";

/** Where an element goes: at `index`, once it is taken away from wherever it stands. */
export interface Placing<Element> {
  readonly element: Element;
  readonly index: number;
  /** Whether it stands in the list already. */
  readonly isThere: boolean;
}

/**
 * Which elements of `wanted` have to be put where, one after another, so that `list` has those in
 * `movers` after the same neighbours as `wanted` has them. What is in neither keeps its place.
 */
export function placeAfter<Element extends { readonly key: string }>(
  list: readonly Element[],
  wanted: readonly Element[],
  movers: ReadonlySet<string>,
): readonly Placing<Element>[] {
  const current = list.map(({ key }) => key);
  const placings: Placing<Element>[] = [];
  let neighbour: string | null = null;
  for (const element of wanted) {
    const { key } = element;
    const at = current.indexOf(key);
    if (movers.has(key)) {
      if (at >= 0) current.splice(at, 1);
      const index = neighbour === null ? 0 : current.indexOf(neighbour) + 1;
      current.splice(index, 0, key);
      placings.push({ element, index, isThere: at >= 0 });
      neighbour = key;
    } else if (at >= 0) {
      neighbour = key;
    }
  }
  return placings;
}

/** The keys of `after` that do not stand among the others as they did in `before`. */
export function movedKeys(
  before: readonly { readonly key: string }[],
  after: readonly { readonly key: string }[],
): ReadonlySet<string> {
  const had = new Set(before.map(({ key }) => key));
  const kept = keptInOrder(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  );
  return new Set(after.map(({ key }) => key).filter((key) => had.has(key) && !kept.has(key)));
}
