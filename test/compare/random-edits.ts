import { applyEdits } from "../../domain/edit/apply-edits.js";
import { collectionNames, type DocumentEdit } from "../../domain/edit/document-edit.js";
import { makeNode } from "../../domain/sop/build-graph.js";
import { emptyDocument } from "../../domain/sop/empty-document.js";
import { officialColumns } from "../../domain/sop/form-columns.js";
import type { SopDocument } from "../../domain/sop/sop-document.js";
import { randomSop, seededRandom } from "../layout/random-sop.js";

/** A document with a random graph of `steps` numbered steps, and something on its first page. */
export function randomDocument(seed: number, steps: number): SopDocument {
  const items = ["Undang-undang", "Peraturan Daerah", "Peraturan Bupati"];
  return {
    identity: { ...emptyDocument.identity, title: "Izin", government: "Kabupaten" },
    lists: { ...emptyDocument.lists, legalBasis: items.map((text) => ({ text, group: null })) },
    graph: { ...randomSop(seed, steps), outputs: [{ key: "o1", name: "Berkas" }] },
  };
}

/** `count` edits that fit one after another; `prefix` begins the keys of what they add. */
export function randomEdits(
  document: SopDocument,
  seed: number,
  count: number,
  prefix = "x",
): { readonly edits: readonly DocumentEdit[]; readonly document: SopDocument } {
  const random = seededRandom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const edits: DocumentEdit[] = [];
  let current = document;
  while (edits.length < count) {
    const edit = anyEdit(current, below, `${prefix}${edits.length}`);
    const result = applyEdits(current, [edit]);
    if (!result.ok) continue;
    edits.push(edit);
    current = result.document;
  }
  return { edits, document: current };
}

function anyEdit(
  { graph, identity, lists, columns }: SopDocument,
  below: (most: number) => number,
  fresh: string,
): DocumentEdit {
  const name = collectionNames[below(collectionNames.length)]!;
  const list = graph[name];
  const key = list[below(list.length)]?.key ?? "none";
  const nodeKey = graph.nodes[below(graph.nodes.length)]?.key ?? "none";
  const at = below(list.length + 1);
  const added = {
    lanes: { key: fresh, name: `Lane ${fresh}`, binding: null },
    nodes: makeNode({ key: fresh, kind: "activity", text: fresh }),
    edges: { key: fresh, from: nodeKey, to: nodeKey, outcome: null },
    outputs: { key: fresh, name: fresh },
  };
  const updates = {
    lanes: { name: fresh },
    nodes: below(2) === 0 ? { text: fresh } : { remarks: fresh },
    edges: below(2) === 0 ? { outcome: fresh } : { to: nodeKey },
    outputs: { name: fresh },
  };
  const items = lists.legalBasis ?? [];
  const chosen = below(items.length);
  const edits: readonly (() => object)[] = [
    () => ({ op: "ADD", in: name, index: at, value: added[name] }),
    () => ({ op: "REMOVE", in: name, key }),
    () => ({ op: "MOVE", in: name, key, index: below(list.length) }),
    () => {
      const value = { ...list.find((one) => one.key === key), ...updates[name] };
      return { op: "UPDATE", in: name, key, value };
    },
    () => ({ op: "SET_IDENTITY", value: { ...identity, title: fresh } }),
    () => {
      const enactedBy = { ...identity.enactedBy, name: fresh };
      return { op: "SET_IDENTITY", value: { ...identity, enactedBy } };
    },
    () => {
      const without = items.filter((_, index) => index !== chosen);
      const placed = items[chosen] ?? { text: fresh, group: null };
      const ways = [
        [...items, { text: fresh, group: null }],
        without,
        [placed, ...without],
        items.with(chosen < items.length ? chosen : -1, { text: fresh, group: null }),
      ];
      const legalBasis = items.length === 0 ? [placed] : ways[below(ways.length)]!;
      return { op: "SET_LISTS", value: { ...lists, legalBasis } };
    },
    () => ({ op: "SET_COLUMNS", value: columns === undefined ? officialColumns : null }),
  ];
  return edits[below(edits.length)]!() as DocumentEdit;
}
