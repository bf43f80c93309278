import type { DocumentNode, SelectionNode, SelectionSetNode } from "graphql";
import { Kind } from "graphql";
import { fragmentMap } from "./fragment-map.js";

/**
 * How many fields stand below each other in the deepest selection, fragments written out.
 * Introspection counts as one: graphql-js bounds it by a rule of its own, and GraphiQL's query is deep.
 */
export function selectionDepth(document: DocumentNode): number {
  const fragments = fragmentMap(document);
  // Each fragment is measured once, or nested spreads would make this exponential.
  const measured = new Map<string, number>();

  const depthOfSet = (set: SelectionSetNode | undefined): number => {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      deepest = Math.max(deepest, depthOfSelection(selection));
    }
    return deepest;
  };

  const depthOfSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value.startsWith("__") ? 1 : 1 + depthOfSet(selection.selectionSet);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOfSet(selection.selectionSet);
    const name = selection.name.value;
    const known = measured.get(name);
    if (known !== undefined) return known;
    // A fragment that contains itself is refused by validation; here it only must not loop.
    measured.set(name, 0);
    const depth = depthOfSet(fragments.get(name)?.selectionSet);
    measured.set(name, depth);
    return depth;
  };

  let deepest = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      deepest = Math.max(deepest, depthOfSet(definition.selectionSet));
    }
  }
  return deepest;
}
