import type { DocumentNode, SelectionSetNode } from "graphql";
import { Kind } from "graphql";
import { fragmentMap } from "./fragment-map.js";

/**
 * How often a document asks again for a field: its aliases, and the fields that one selection names
 * twice (validation compares those pair by pair). Fragments count wherever they are spread.
 */
export function aliasCount(document: DocumentNode): number {
  const fragments = fragmentMap(document);
  const counted = new Map<string, number>();

  const countInSet = (set: SelectionSetNode | undefined, names = new Set<string>()): number => {
    let count = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        count += countInFragment(selection.name.value);
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        if (selection.alias || names.has(name)) count += 1;
        names.add(name);
        count += countInSet(selection.selectionSet);
      } else {
        // An inline fragment's fields land in the selection around it.
        count += countInSet(selection.selectionSet, names);
      }
    }
    return count;
  };

  const countInFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, 0);
    const count = countInSet(fragments.get(name)?.selectionSet);
    counted.set(name, count);
    return count;
  };

  let count = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) count += countInSet(definition.selectionSet);
  }
  // What no operation spreads is refused by validation, but validation must not be flooded with it.
  for (const name of fragments.keys()) {
    if (!counted.has(name)) count += countInFragment(name);
  }
  return count;
}
