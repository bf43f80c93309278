import type { Edge, Graph, GraphNode, Lane, Output } from "../sop/graph.js";
import type { FormColumns } from "../sop/form-columns.js";
import type { FormLists, Identity } from "../sop/sop-document.js";

/** The keyed, ordered lists of a graph. */
export interface Collections {
  lanes: Lane;
  nodes: GraphNode;
  edges: Edge;
  outputs: Output;
}
export type CollectionName = keyof Collections;
export const collectionNames = [
  "lanes",
  "nodes",
  "edges",
  "outputs",
] as const satisfies readonly (keyof Graph)[];

type EditOf<C extends CollectionName> =
  | { readonly op: "ADD"; readonly in: C; readonly index: number; readonly value: Collections[C] }
  | { readonly op: "REMOVE"; readonly in: C; readonly key: string }
  | { readonly op: "UPDATE"; readonly in: C; readonly key: string; readonly value: Collections[C] }
  | { readonly op: "MOVE"; readonly in: C; readonly key: string; readonly index: number };

/**
 * One change of a draft. Edits are pure and invertible; the same list serves undo, autosave, the
 * server's change log and the difference between two versions. An index is where the element
 * stands afterwards.
 */
export type DocumentEdit =
  | { [C in CollectionName]: EditOf<C> }[CollectionName]
  | { readonly op: "SET_IDENTITY"; readonly value: Identity }
  | { readonly op: "SET_LISTS"; readonly value: FormLists }
  /** `null`: the columns of the official form. */
  | { readonly op: "SET_COLUMNS"; readonly value: FormColumns | null };
