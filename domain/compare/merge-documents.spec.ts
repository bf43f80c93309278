import { describe, expect, it } from "vitest";
import { randomDocument, randomEdits } from "../../test/compare/random-edits.js";
import { applyEdits } from "../edit/apply-edits.js";
import type { DocumentEdit } from "../edit/document-edit.js";
import { buildGraph } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { GraphNode } from "../sop/graph.js";
import type { SopDocument } from "../sop/sop-document.js";
import { editsBetween } from "./edits-between.js";
import { mergeDocuments } from "./merge-documents.js";

const base: SopDocument = {
  ...emptyDocument,
  graph: buildGraph(
    [
      ["a", "start", ["one"]],
      ["b", "activity", ["one"]],
      ["c", "activity", ["two"]],
      ["d", "end", ["two"]],
    ],
    [
      ["a", "b"],
      ["b", "c"],
      ["c", "d"],
    ],
  ),
};
const after = (...edits: readonly DocumentEdit[]): SopDocument => {
  const result = applyEdits(base, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document;
};
const node = (key: string): GraphNode => base.graph.nodes.find((one) => one.key === key)!;
const write = (key: string, fields: Partial<GraphNode>): DocumentEdit => ({
  op: "UPDATE",
  in: "nodes",
  key,
  value: { ...node(key), ...fields },
});
const remove = (key: string): readonly DocumentEdit[] => [
  ...base.graph.edges
    .filter(({ from, to }) => from === key || to === key)
    .map((edge) => ({ op: "REMOVE", in: "edges", key: edge.key }) as const),
  { op: "REMOVE", in: "nodes", key },
];
const textsOf = ({ graph }: SopDocument) => graph.nodes.map(({ key, text }) => `${key}:${text}`);

describe("mergeDocuments", () => {
  it("takes both where they changed different fields of one step", () => {
    const theirs = after(write("b", { text: "Mereka" }));
    const mine = after(write("b", { remarks: "Saya" }));
    const { document, collisions } = mergeDocuments(base, theirs, mine);
    expect(collisions).toEqual([]);
    expect(document.graph.nodes[1]).toMatchObject({ text: "Mereka", remarks: "Saya" });
  });

  it("asks about a field that both changed, and keeps mine unless told", () => {
    const theirs = after(write("b", { text: "Mereka" }));
    const mine = after(write("b", { text: "Saya" }));
    const merged = mergeDocuments(base, theirs, mine);
    expect(merged.collisions).toMatchObject([
      { id: "nodes/b/text", base: "b", theirs: "Mereka", mine: "Saya" },
    ]);
    expect(textsOf(merged.document)).toContain("b:Saya");
    const chosen = mergeDocuments(base, theirs, mine, new Map([["nodes/b/text", "theirs"]]));
    expect(textsOf(chosen.document)).toContain("b:Mereka");
  });

  it("does not ask where both changed it alike", () => {
    const same = after(write("b", { text: "Sama" }));
    expect(mergeDocuments(base, same, structuredClone(same))).toEqual({
      document: same,
      collisions: [],
    });
  });

  it("leaves a step away that they took away, and brings it back with its arrows if asked", () => {
    const theirs = after(...remove("b"));
    const mine = after(write("b", { text: "Saya" }), write("c", { text: "Juga" }));
    const merged = mergeDocuments(base, theirs, mine);
    expect(merged.collisions).toMatchObject([{ id: "nodes/b/", theirs: null }]);
    expect(textsOf(merged.document)).toEqual(["a:a", "c:Juga", "d:d"]);
    const back = mergeDocuments(base, theirs, mine, new Map([["nodes/b/", "mine"]])).document;
    expect(textsOf(back)).toEqual(["a:a", "b:Saya", "c:Juga", "d:d"]);
    expect(back.graph.edges.map(({ key }) => key).toSorted()).toEqual(["a-b", "b-c", "c-d"]);
  });

  it("asks about a step that I took away and they wrote on; its arrows follow", () => {
    const theirs = after(write("b", { text: "Mereka" }));
    const mine = after(...remove("b"));
    const merged = mergeDocuments(base, theirs, mine);
    expect(merged.collisions).toMatchObject([{ id: "nodes/b/", mine: null }]);
    expect(textsOf(merged.document)).toEqual(["a:a", "c:c", "d:d"]);
    const kept = mergeDocuments(base, theirs, mine, new Map([["nodes/b/", "theirs"]])).document;
    expect(textsOf(kept)).toContain("b:Mereka");
    expect(kept.graph.edges).toHaveLength(3);
  });

  it("takes an arrow of theirs away with the step of mine that is gone", () => {
    const edge = { key: "new", from: "a", to: "b", outcome: null };
    const theirs = after({ op: "ADD", in: "edges", index: 0, value: edge });
    const { document } = mergeDocuments(base, theirs, after(...remove("b")));
    expect(document.graph.edges.map(({ key }) => key)).toEqual(["c-d"]);
  });

  it("puts new rows of both after the rows that they were put after", () => {
    const row = (key: string, index: number): DocumentEdit => ({
      op: "ADD",
      in: "nodes",
      index,
      value: { ...node("b"), key },
    });
    const { document } = mergeDocuments(base, after(row("t", 1)), after(row("m", 3)));
    expect(document.graph.nodes.map(({ key }) => key)).toEqual(["a", "t", "b", "c", "m", "d"]);
  });

  it("merges the first page field by field", () => {
    const set = (value: object): DocumentEdit => ({
      op: "SET_IDENTITY",
      value: { ...base.identity, ...value },
    });
    const official = base.identity.enactedBy;
    const theirs = after(set({ title: "T", enactedBy: { ...official, name: "Budi" } }));
    const mine = after(set({ unit: "U", enactedBy: { ...official, nip: "1" } }));
    expect(mergeDocuments(base, theirs, mine).document.identity).toMatchObject({
      title: "T",
      unit: "U",
      enactedBy: { name: "Budi", nip: "1" },
    });
  });

  it("gives the other's document back where one changed nothing, of 200 random ones", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const start = randomDocument(seed, 6);
      const { document: changed } = randomEdits(start, seed * 17, 1 + (seed % 9));
      const drawn = withoutLooseArrows(changed);
      expect(mergeDocuments(start, drawn, start).document, `seed ${seed}`).toEqual(drawn);
      expect(mergeDocuments(start, start, drawn).document, `seed ${seed}`).toEqual(drawn);
    }
  });

  it("makes a document that edits lead to, of 80 random pairs, whatever is chosen", () => {
    for (let seed = 1; seed <= 80; seed++) {
      const start = randomDocument(seed, 6);
      const { document: theirs } = randomEdits(start, seed * 17, 6, "t");
      const { document: mine } = randomEdits(start, seed * 23, 6, "m");
      const { collisions } = mergeDocuments(start, theirs, mine);
      for (const side of ["mine", "theirs"] as const) {
        const choices = new Map(collisions.map(({ id }) => [id, side]));
        const merged = mergeDocuments(start, theirs, mine, choices);
        expect(merged.collisions).toEqual(collisions);
        const result = applyEdits(theirs, editsBetween(theirs, merged.document));
        expect(result, `seed ${seed}`).toMatchObject({ ok: true, document: merged.document });
      }
    }
  });
});

/** As the editor leaves a drawing: no arrow without both of its steps. */
function withoutLooseArrows(document: SopDocument): SopDocument {
  const steps = new Set(document.graph.nodes.map(({ key }) => key));
  const edges = document.graph.edges.filter(({ from, to }) => steps.has(from) && steps.has(to));
  return { ...document, graph: { ...document.graph, edges } };
}
