import type { CollectionName, Collections } from "../edit/document-edit.js";
import { isSameValue } from "./is-same-value.js";
import type { Collision, Side } from "./merge-documents.js";
import { mergeFields } from "./merge-fields.js";
import { movedKeys, placeAfter } from "./place-after.js";

type Element = Collections[CollectionName];
type Decide = (collision: Omit<Collision, "id">) => Side;

const byKey = (list: readonly Element[]): ReadonlyMap<string, Element> =>
  new Map(list.map((element) => [element.key, element]));

/** One list of the graph, as both left it. Where both moved an element, it stands where I put it. */
export function mergeElements(
  name: CollectionName,
  base: readonly Element[],
  theirs: readonly Element[],
  mine: readonly Element[],
  decide: Decide,
): readonly Element[] {
  const [was, their, my] = [byKey(base), byKey(theirs), byKey(mine)];
  const movers = new Set(movedKeys(base, mine));
  const merged = new Map<string, Element>();
  for (const element of theirs) {
    const kept = mergeTheirs(name, element, was.get(element.key), my.get(element.key), decide);
    if (kept !== null) merged.set(element.key, kept);
  }
  for (const element of mine) {
    const { key } = element;
    if (their.has(key)) continue;
    const before = was.get(key);
    if (before !== undefined) {
      // They took it away: gone where I left it alone; asked where I wrote on it.
      if (isSameValue(before, element)) continue;
      const gone = { in: name, key, field: null, base: before, theirs: null, mine: element };
      if (decide(gone) === "theirs") continue;
    }
    merged.set(key, element);
    movers.add(key);
  }
  const list = theirs.flatMap(({ key }) => merged.get(key) ?? []);
  const wanted = mine.flatMap(({ key }) => merged.get(key) ?? []);
  for (const { element, index, isThere } of placeAfter(list, wanted, movers)) {
    if (isThere)
      list.splice(
        list.findIndex(({ key }) => key === element.key),
        1,
      );
    list.splice(index, 0, element);
  }
  return list;
}

/** An element that they have; `null` where I took it away. */
function mergeTheirs(
  name: CollectionName,
  theirs: Element,
  base: Element | undefined,
  mine: Element | undefined,
  decide: Decide,
): Element | null {
  const { key } = theirs;
  if (mine === undefined) {
    if (base === undefined) return theirs;
    if (isSameValue(base, theirs)) return null;
    const side = decide({ in: name, key, field: null, base, theirs, mine: null });
    return side === "mine" ? null : theirs;
  }
  // Where both added one of the same key, each field that differs is a collision.
  const ground = base ?? ({ key } as Element);
  return mergeFields<Element>(ground, theirs, mine, (field) => decide({ in: name, key, ...field }));
}
