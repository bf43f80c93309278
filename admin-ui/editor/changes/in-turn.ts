import { applyEdits, emptyDocument, type DocumentEdit, type Graph } from "../../../domain/index.js";

/** Runs changes one after another, each on the graph that the ones before it leave; as one change. */
export function inTurn<Item>(
  graph: Graph,
  items: readonly Item[],
  change: (graph: Graph, item: Item) => readonly DocumentEdit[],
): DocumentEdit[] {
  const all: DocumentEdit[] = [];
  let document = { ...emptyDocument, graph };
  for (const item of items) {
    const edits = change(document.graph, item);
    const result = applyEdits(document, edits);
    if (!result.ok) continue;
    ({ document } = result);
    all.push(...edits);
  }
  return all;
}
