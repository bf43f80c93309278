import { describe, expect, it } from "vitest";
import { applyEdits } from "../edit/apply-edits.js";
import { findProblems } from "../rules/find-problems.js";
import { buildGraph } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import type { Graph } from "../sop/graph.js";
import type { SopDocument } from "../sop/sop-document.js";
import { readTsv } from "./read-tsv.js";
import { recogniseTable } from "./recognise-table.js";
import type { RecognisedTable } from "./recognised-table.js";
import { isBareForm, takenSteps, type TablePlacement, type TableTaking } from "./table-edits.js";
import { makeGrid } from "./table-grid.js";
import { takeTable } from "./take-table.js";
import { trialWords } from "./trial-words.js";

function tableOf(lines: readonly (readonly string[])[]): RecognisedTable {
  const [source = []] = readTsv(lines.map((cells) => cells.join("\t")).join("\n"));
  const result = makeGrid(source);
  if (!result.ok) throw new Error(result.fault.fault);
  return recogniseTable(result.grid, trialWords);
}

function taking(placement: TablePlacement): TableTaking {
  let count = 0;
  const newKey = (prefix: string): string => `${prefix}-${(count += 1)}`;
  return { placement, bindings: [], newKey };
}

const documentWith = (graph: Graph): SopDocument => ({ ...emptyDocument, graph });

const bareForm: Graph = {
  ...buildGraph(
    [
      ["start", "start", ["pelaksana"]],
      ["end", "end", ["pelaksana"]],
    ],
    [["start", "end"]],
  ),
  lanes: [{ key: "pelaksana", name: "Pelaksana", binding: null }],
};

const drawn = buildGraph(
  [
    ["start", "start", ["Staf"]],
    ["write", "activity", ["Staf"]],
    ["end", "end", ["Staf"]],
  ],
  [
    ["start", "write"],
    ["write", "end"],
  ],
);

const lines = [
  ["No", "Kegiatan", "Staf", "Kabid", "Syarat", "Waktu", "Output"],
  ["1", "Menyusun", "x", "", "Data", "1 hari", "Konsep"],
  ["2", "Memeriksa, jika tidak sesuai diperbaiki", "", "◇", "konsep", "1 jam", "konsep"],
];

function take(table: RecognisedTable, graph: Graph, placement: TablePlacement): Graph {
  const taken = takeTable(table, documentWith(graph), taking(placement));
  if (!taken.ok) throw new Error(taken.fault.fault);
  const undone = applyEdits(documentWith(graph), taken.edits);
  if (!undone.ok) throw new Error(undone.error);
  expect(applyEdits(undone.document, undone.inverse)).toMatchObject({
    document: documentWith(graph),
  });
  return taken.document.graph;
}

const flow = (graph: Graph): readonly string[] => {
  const text = (key: string): string => graph.nodes.find((node) => node.key === key)!.text;
  return graph.edges.map(({ from, to, outcome }) =>
    [text(from), outcome, text(to)].filter((part) => part !== null).join(" > "),
  );
};

describe("taking a table", () => {
  it("replaces a bare form, its lane that nobody works in too", () => {
    expect(isBareForm(bareForm)).toBe(true);
    const graph = take(tableOf(lines), bareForm, { type: "REPLACE" });
    expect(graph.lanes.map(({ name }) => name)).toEqual(["Staf", "Kabid"]);
    expect(graph.nodes.map(({ kind }) => kind)).toEqual(["start", "activity", "decision", "end"]);
    expect(flow(graph)).toEqual([
      "Mulai > Menyusun",
      "Menyusun > Memeriksa, jika tidak sesuai diperbaiki",
      "Memeriksa, jika tidak sesuai diperbaiki > Ya > Selesai",
      "Memeriksa, jika tidak sesuai diperbaiki > Tidak > Menyusun",
    ]);
    // Named once, however often and however written.
    expect(graph.outputs.map(({ name }) => name)).toEqual(["Konsep"]);
    const unbound = findProblems(graph).filter(({ rule }) => rule !== "bound-lane");
    expect(unbound).toEqual([]);
  });

  it("goes in under a step, in its lanes, and takes over its arrow", () => {
    const graph = take(tableOf(lines), drawn, { type: "UNDER", node: "write" });
    expect(graph.lanes.map(({ name }) => name)).toEqual(["Staf", "Kabid"]);
    expect(graph.lanes[0]).toEqual(drawn.lanes[0]);
    expect(graph.nodes.map(({ text }) => text)).toEqual([
      "start",
      "write",
      "Menyusun",
      "Memeriksa, jika tidak sesuai diperbaiki",
      "end",
    ]);
    expect(flow(graph)).toEqual([
      "start > write",
      "write > Menyusun",
      "Menyusun > Memeriksa, jika tidak sesuai diperbaiki",
      "Memeriksa, jika tidak sesuai diperbaiki > Ya > end",
      "Memeriksa, jika tidak sesuai diperbaiki > Tidak > Menyusun",
    ]);
  });

  it("goes in before the end where no step is chosen, and makes work of a working capsule", () => {
    const table = tableOf([
      ["No", "Kegiatan", "Staf", "Waktu"],
      ["1", "Mencermati", "Start", "1 jam"],
      ["2", "Melaporkan", "Selesai", "1 jam"],
    ]);
    const graph = take(table, drawn, { type: "UNDER", node: null });
    expect(graph.nodes.map(({ kind }) => kind)).toEqual([
      "start",
      "activity",
      "activity",
      "activity",
      "end",
    ]);
    expect(flow(graph)).toEqual([
      "start > write",
      "write > Mencermati",
      "Mencermati > Melaporkan",
      "Melaporkan > end",
    ]);
  });

  it("tells beforehand which steps a form takes, and as what", () => {
    const table = tableOf(lines);
    const kinds = (graph: Graph, placement: TablePlacement) =>
      takenSteps(table, graph, placement).map((step) => step?.kind ?? null);
    const all = ["start", "activity", "decision", "end"];
    const inner = [null, "activity", "decision", null];
    expect(kinds(bareForm, { type: "REPLACE" })).toEqual(all);
    expect(kinds(bareForm, { type: "UNDER", node: null })).toEqual(inner);
    expect(kinds(drawn, { type: "REPLACE" })).toEqual(inner);
    expect(kinds(buildGraph([], []), { type: "UNDER", node: null })).toEqual(all);
    const working = tableOf([
      ["No", "Kegiatan", "Staf", "Waktu"],
      ["1", "Mencermati", "Start", "1 jam"],
    ]);
    const [first] = takenSteps(working, drawn, { type: "UNDER", node: null });
    expect(first).toMatchObject({ kind: "activity", work: false, text: "Mencermati" });
  });

  it("never replaces a form that has steps", () => {
    const graph = take(tableOf(lines), drawn, { type: "REPLACE" });
    expect(graph.nodes.map(({ key }) => key)).toContain("write");
  });

  it("binds lanes as told, and leaves a lane bound as it was", () => {
    const table = tableOf(lines);
    const binding = { type: "POSITION", position: "kabid" } as const;
    const told = { ...taking({ type: "UNDER", node: null }), bindings: [binding, binding] };
    const taken = takeTable(table, documentWith(drawn), told);
    if (!taken.ok) throw new Error(taken.fault.fault);
    expect(taken.document.graph.lanes.map((lane) => lane.binding)).toEqual([
      drawn.lanes[0]!.binding,
      binding,
    ]);
  });

  it("puts steps without lanes into the form's first", () => {
    const table = tableOf([
      ["No", "Kegiatan", "Waktu"],
      ["1", "Menyusun", "1 jam"],
    ]);
    const graph = take(table, bareForm, { type: "REPLACE" });
    expect(graph.nodes.map(({ parts }) => parts[0]?.lane)).toEqual(
      Array.from({ length: 3 }, () => "pelaksana"),
    );
  });

  it("is refused where the form would be too large, and says why", () => {
    const many = tableOf([
      ["No", "Kegiatan", "Staf"],
      ...Array.from({ length: 1000 }, (_, at) => [String(at + 1), "Menyusun", "x"]),
    ]);
    expect(takeTable(many, documentWith(drawn), taking({ type: "UNDER", node: null }))).toEqual({
      ok: false,
      fault: { fault: "TOO_MANY", what: "nodes", max: 1000 },
    });
  });
});
