import type { ListItem } from "../sop/sop-document.js";
import type { ItemChange } from "./document-change.js";
import { isSameValue } from "./is-same-value.js";
import { keptInOrder } from "./kept-in-order.js";

interface Placed {
  readonly item: ListItem;
  readonly at: number;
}

/**
 * The differences of two lists whose items have no keys. Equal items are the same one; between
 * those that stayed, the first that went and the first that came are one item, written anew.
 */
export function compareItems(
  before: readonly ListItem[],
  after: readonly ListItem[],
): readonly ItemChange[] {
  const [were, are] = [named(before), named(after)];
  const kept = keptInOrder([...were.keys()], [...are.keys()]);
  const changes: ItemChange[] = [];
  const gone = [...were].filter(([name]) => !are.has(name)).map(([, placed]) => placed);
  const come: Placed[] = [];
  for (const [name, { item, at }] of are) {
    const old = were.get(name);
    if (old === undefined) come.push({ item, at });
    else if (!kept.has(name)) changes.push({ how: "MOVED", from: old.at, to: at, item });
  }
  const gapsBefore = gaps(before, (item, at) => kept.has(nameAt(before, item, at)));
  const gapsAfter = gaps(after, (item, at) => kept.has(nameAt(after, item, at)));
  for (const { item, at } of come) {
    const rewritten = gone.findIndex((old) => gapsBefore[old.at] === gapsAfter[at]);
    const [old] = rewritten < 0 ? [] : gone.splice(rewritten, 1);
    changes.push(
      old === undefined
        ? { how: "ADDED", at, after: item }
        : { how: "CHANGED", from: old.at, to: at, before: old.item, after: item },
    );
  }
  for (const { item, at } of gone) changes.push({ how: "REMOVED", at, before: item });
  return changes;
}

/** By what an item says; the second of two alike has a name of its own. */
function named(items: readonly ListItem[]): ReadonlyMap<string, Placed> {
  return new Map(items.map((item, at) => [nameAt(items, item, at), { item, at }]));
}

function nameAt(items: readonly ListItem[], item: ListItem, at: number): string {
  const alike = items.slice(0, at).filter((other) => isSameValue(other, item)).length;
  return `${alike}|${JSON.stringify([item.text, item.group])}`;
}

/** How many of the items that stayed stand before each. */
function gaps(
  items: readonly ListItem[],
  isKept: (item: ListItem, at: number) => boolean,
): readonly number[] {
  let count = 0;
  return items.map((item, at) => (isKept(item, at) ? ++count : count));
}
