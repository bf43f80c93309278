import { describe, expect, it } from "vitest";
import { buildGraph, makeNode } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import { type FormColumns, officialColumns } from "../sop/form-columns.js";
import type { SopDocument } from "../sop/sop-document.js";
import { applyEdits } from "./apply-edits.js";
import type { DocumentEdit } from "./document-edit.js";
import { documentLimits, findLimitFault } from "./document-limits.js";

const document: SopDocument = {
  ...emptyDocument,
  graph: buildGraph(
    [
      ["start", "start", ["a"]],
      ["work", "activity", ["b"]],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "work"],
      ["work", "end"],
    ],
  ),
};
const extra = makeNode({ key: "more", kind: "activity" });
const everyEdit: DocumentEdit[] = [
  { op: "ADD", in: "nodes", index: 2, value: extra },
  { op: "UPDATE", in: "nodes", key: "more", value: { ...extra, text: "Menulis" } },
  { op: "MOVE", in: "nodes", key: "more", index: 0 },
  { op: "REMOVE", in: "edges", key: "work-end" },
  { op: "MOVE", in: "lanes", key: "b", index: 0 },
  { op: "ADD", in: "outputs", index: 0, value: { key: "surat", name: "Surat" } },
  { op: "SET_IDENTITY", value: { ...document.identity, title: "Baru" } },
  { op: "SET_LISTS", value: { ...document.lists, warnings: [] } },
  { op: "SET_COLUMNS", value: officialColumns },
  { op: "REMOVE", in: "lanes", key: "a" },
];

describe("applyEdits", () => {
  it("applies in order, and its inverse leads back to the same document", () => {
    const result = applyEdits(document, everyEdit);
    if (!result.ok) throw new Error(result.error);
    expect(result.document.graph.nodes.map(({ key }) => key)).toEqual([
      "more",
      "start",
      "work",
      "end",
    ]);
    expect(result.document.graph.lanes.map(({ key }) => key)).toEqual(["b"]);
    expect(result.document.identity.title).toBe("Baru");
    const back = applyEdits(result.document, result.inverse);
    expect(back).toMatchObject({ ok: true, document });
    // Not even an empty field is left of what was taken back.
    if (back.ok) expect(back.document).toStrictEqual(document);
  });

  it.each<[string, DocumentEdit]>([
    [
      "DUPLICATE_KEY",
      { op: "ADD", in: "nodes", index: 0, value: makeNode({ key: "work", kind: "end" }) },
    ],
    ["UNKNOWN_KEY", { op: "REMOVE", in: "edges", key: "gone" }],
    ["KEY_CHANGED", { op: "UPDATE", in: "nodes", key: "work", value: extra }],
    ["INDEX_OUT_OF_RANGE", { op: "MOVE", in: "nodes", key: "work", index: 4 }],
    [
      "INDEX_OUT_OF_RANGE",
      { op: "ADD", in: "nodes", index: -1, value: { ...extra, key: "other" } },
    ],
  ])("refuses all of them when one does not fit: %s", (error, bad) => {
    expect(applyEdits(document, [everyEdit[0] as DocumentEdit, bad])).toEqual({
      ok: false,
      error,
      at: 1,
    });
  });
});

describe("findLimitFault", () => {
  const withNodes = (nodes: SopDocument["graph"]["nodes"]): SopDocument => ({
    ...document,
    graph: { ...document.graph, nodes },
  });
  it("keeps an ordinary document", () => expect(findLimitFault(document)).toBeNull());
  it("names too many nodes", () => {
    const many = Array.from({ length: documentLimits.nodes + 1 }, (_, i) => ({
      ...extra,
      key: `n${i}`,
    }));
    expect(findLimitFault(withNodes(many))).toMatchObject({ fault: "TOO_MANY", what: "nodes" });
  });
  it.each(["__proto__", "", "a b", "é", "x".repeat(65)])("refuses the key %j", (key) =>
    expect(findLimitFault(withNodes([{ ...extra, key }]))).toMatchObject({ fault: "BAD_KEY" }),
  );
  it("names the document when its texts are too much together", () => {
    const nodes = Array.from({ length: 300 }, (_, i) => ({
      ...extra,
      key: `n${i}`,
      text: "a".repeat(documentLimits.text),
    }));
    expect(findLimitFault(withNodes(nodes))).toMatchObject({ fault: "TOO_LONG", what: "document" });
  });
  it("names a text that is too long and a time that is no number", () => {
    const long = { ...extra, text: "a".repeat(documentLimits.text + 1) };
    expect(findLimitFault(withNodes([long]))).toMatchObject({
      fault: "TOO_LONG",
      what: "graph.nodes.0.text",
    });
    const endless = {
      ...extra,
      standardTime: { value: Number.POSITIVE_INFINITY, unit: "HOUR" as const },
    };
    expect(findLimitFault(withNodes([endless]))).toMatchObject({ fault: "BAD_NUMBER" });
  });
  it("names a column that stands twice or is none, and a heading that is too long", () => {
    const { right, titles } = officialColumns;
    const withColumns = (columns: FormColumns) => findLimitFault({ ...document, columns });
    expect(withColumns(officialColumns)).toBeNull();
    expect(withColumns({ right: [...right, ...right.slice(1, 2)], titles })).toMatchObject({
      fault: "TOO_MANY",
      what: "columns.time",
    });
    const none = { column: "price" as "time", title: null };
    expect(withColumns({ right: [none], titles })).toMatchObject({ fault: "BAD_KEY" });
    const lanes = "a".repeat(documentLimits.columnTitle + 1);
    expect(withColumns({ right, titles: { ...titles, lanes } })).toMatchObject({
      fault: "TOO_LONG",
      what: "columns.lanes",
    });
  });
});
