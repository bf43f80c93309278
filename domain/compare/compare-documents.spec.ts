import { describe, expect, it } from "vitest";
import { randomDocument, randomEdits } from "../../test/compare/random-edits.js";
import type { SopDocument } from "../sop/sop-document.js";
import { compareDocuments } from "./compare-documents.js";
import type { DocumentChange, ItemChange } from "./document-change.js";
import { isSameValue } from "./is-same-value.js";

const document = randomDocument(3, 12);
const withNodes = (nodes: SopDocument["graph"]["nodes"]): SopDocument => ({
  ...document,
  graph: { ...document.graph, nodes },
});
const { nodes } = document.graph;

type AnyChange = { readonly [Field in "at" | "to"]: number } & {
  readonly how: string;
  readonly key: string;
  readonly after: object;
  readonly fields: readonly { readonly field: string; readonly after: unknown }[];
};

/** A list of the newer document, made from the older one and the changes alone. */
function rebuiltElements(
  of: DocumentChange["of"],
  changes: readonly DocumentChange[],
  list: readonly { readonly key: string }[],
): object[] {
  const mine = changes.filter((change) => change.of === of) as unknown as readonly AnyChange[];
  const leaves = mine.filter(({ how }) => how === "REMOVED" || how === "MOVED");
  const out = new Set(leaves.map(({ key }) => key));
  const said = new Map(list.map((element) => [element.key, { ...element }]));
  for (const { how, key, fields } of mine) {
    if (how !== "CHANGED") continue;
    for (const { field, after } of fields) Object.assign(said.get(key)!, { [field]: after });
  }
  const put = new Map<number, object>();
  for (const change of mine) {
    if (change.how === "ADDED") put.set(change.at, change.after);
    if (change.how === "MOVED") put.set(change.to, said.get(change.key)!);
  }
  const stay = list.filter(({ key }) => !out.has(key)).map(({ key }) => said.get(key)!);
  return filled<object>(put, stay);
}

function filled<Item>(put: ReadonlyMap<number, Item>, stay: Item[]): Item[] {
  const length = put.size + stay.length;
  return Array.from({ length }, (_, at) => put.get(at) ?? stay.shift()!);
}

function rebuiltItems(items: readonly ItemChange[], list: readonly unknown[]): unknown[] {
  const put = new Map<number, unknown>();
  const out = new Set<number>();
  for (const item of items) {
    if (item.how === "ADDED") put.set(item.at, item.after);
    else if (item.how === "REMOVED") out.add(item.at);
    else {
      put.set(item.to, item.how === "MOVED" ? item.item : item.after);
      out.add(item.from);
    }
  }
  return filled(
    put,
    list.filter((_, at) => !out.has(at)),
  );
}

/** The newer document, from the older one and the list of changes: nothing may be missing in it. */
function rebuilt(before: SopDocument, changes: readonly DocumentChange[]): SopDocument {
  const identity: Record<string, unknown> = { ...before.identity };
  const official: Record<string, unknown> = { ...before.identity.enactedBy };
  const lists: Record<string, unknown> = { ...before.lists };
  let columns: unknown = before.columns ?? null;
  for (const change of changes) {
    if (change.of === "IDENTITY") {
      const [name, inner] = change.field.split(".");
      if (inner === undefined) identity[name!] = change.after;
      else official[inner] = change.after;
    } else if (change.of === "LIST") {
      lists[change.list] = change.after && rebuiltItems(change.items, change.before ?? []);
    } else if (change.of === "COLUMNS") columns = change.after;
  }
  const graph = {
    lanes: rebuiltElements("LANE", changes, before.graph.lanes),
    nodes: rebuiltElements("STEP", changes, before.graph.nodes),
    edges: rebuiltElements("ARROW", changes, before.graph.edges),
    outputs: rebuiltElements("OUTPUT", changes, before.graph.outputs),
  };
  const page = { identity: { ...identity, enactedBy: official }, lists, graph };
  return { ...page, ...(columns === null ? {} : { columns }) } as unknown as SopDocument;
}

/** The length of the longest run of both lists, by the textbook's table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(one === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    }
    row = next;
  }
  return row.at(-1)!;
}

describe("compareDocuments", () => {
  it("finds nothing where nothing differs", () => {
    expect(compareDocuments(document, structuredClone(document))).toEqual([]);
  });

  it("calls nothing moved that only has another number", () => {
    const [first, ...rest] = nodes;
    const inserted = { ...first!, key: "baru" };
    const changes = compareDocuments(document, withNodes([first!, inserted, ...rest]));
    expect(changes).toEqual([{ of: "STEP", how: "ADDED", key: "baru", at: 1, after: inserted }]);
    const shorter = compareDocuments(document, withNodes(nodes.toSpliced(1, 1)));
    expect(shorter).toMatchObject([{ of: "STEP", how: "REMOVED", at: 1 }]);
  });

  it("calls the one that moved moved, not those that it passed", () => {
    const [first, ...rest] = nodes;
    const last = rest.length;
    expect(compareDocuments(document, withNodes([...rest, first!]))).toEqual([
      { of: "STEP", how: "MOVED", key: first!.key, from: 0, to: last },
    ]);
  });

  it("tells fields apart, and what is missing from what is empty", () => {
    const changed = { ...nodes[2]!, text: "Baru", remarks: "x" };
    const lists = { ...document.lists, warnings: [] };
    const after = { ...withNodes(nodes.with(2, changed)), lists };
    expect(compareDocuments(document, after)).toEqual([
      { of: "LIST", how: "CHANGED", list: "warnings", before: null, after: [], items: [] },
      {
        of: "STEP",
        how: "CHANGED",
        key: changed.key,
        fields: [
          { field: "text", before: nodes[2]!.text, after: "Baru" },
          { field: "remarks", before: null, after: "x" },
        ],
      },
    ]);
  });

  it("names a list's items that came, went, moved and were written anew", () => {
    const item = (text: string) => ({ text, group: null });
    const list = (...texts: string[]): SopDocument => ({
      ...document,
      lists: { ...document.lists, records: texts.map(item) },
    });
    const [change] = compareDocuments(list("a", "b", "c", "d"), list("d", "a", "B", "c", "e"));
    expect(change).toMatchObject({
      items: [
        { how: "MOVED", from: 3, to: 0 },
        { how: "CHANGED", before: item("b"), after: item("B") },
        { how: "ADDED", at: 4, after: item("e") },
      ],
    });
  });

  it("tells a drawing with a key twice from one with it once", () => {
    const twice = withNodes([...nodes, nodes[0]!]);
    expect(compareDocuments(document, twice)).toMatchObject([{ of: "STEP", how: "ADDED" }]);
    expect(compareDocuments(twice, structuredClone(twice))).toEqual([]);
  });

  it("tells all of 400 random differences, moves no more than it must, and nothing of equals", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const before = randomDocument(seed, 4 + (seed % 9));
      const { document: after } = randomEdits(before, seed * 31, 1 + (seed % 14));
      const changes = compareDocuments(before, after);
      expect(rebuilt(before, changes), `seed ${seed}`).toEqual(after);
      expect(changes.length === 0, `seed ${seed}`).toBe(isSameValue(before, after));
      const [old, now] = [before, after].map(({ graph }) => graph.nodes.map(({ key }) => key));
      const common = now!.filter((key) => old!.includes(key));
      const moved = changes.filter(({ of, how }) => of === "STEP" && how === "MOVED");
      expect(moved.length, `seed ${seed}`).toBe(common.length - longestCommon(old!, now!));
    }
  });
});
