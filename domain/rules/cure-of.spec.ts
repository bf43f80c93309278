import { describe, expect, it } from "vitest";
import { applyEdits } from "../edit/apply-edits.js";
import { buildGraph, type EdgeRow, makeNode, type NodeRow } from "../sop/build-graph.js";
import { emptyDocument } from "../sop/empty-document.js";
import { emptyGraph, type Graph, type GraphNode, type NodeKey } from "../sop/graph.js";
import { cureOf, problemId } from "./cure-of.js";
import type { CureContext } from "./cure.js";
import { findProblems, isError } from "./find-problems.js";
import type { RuleName } from "./rule.js";

const nodes: NodeRow[] = [
  ["start", "start", ["a"]],
  ["write", "activity", ["a"]],
  ["check", "decision", ["b"]],
  ["file", "activity", ["b"]],
  ["end", "end", ["b"]],
];
const edges: EdgeRow[] = [
  ["start", "write"],
  ["write", "check"],
  ["check", "file", "Ya"],
  ["check", "write", "Tidak"],
  ["file", "end"],
];
const sound = buildGraph(nodes, edges);

function newContext(): CureContext {
  let count = 0;
  return {
    newKey: (prefix) => `${prefix}${++count}`,
    outcomes: ["Ya", "Tidak"],
    holderOf: (name) =>
      name === "a" ? { binding: { type: "POSITION", position: "A" }, name: "Kepala A" } : null,
  };
}

const findErrors = (graph: Graph) => findProblems(graph).filter(isError);

/** The cure of the first problem of a rule, and the graph and the problems that it leaves. */
function cured(graph: Graph, rule: RuleName, at?: "in" | "out" | NodeKey) {
  const found = findErrors(graph);
  const problem = found.find(
    (one) =>
      one.rule === rule && (at === undefined || at === one.params.side || at === one.nodeKeys[0]),
  );
  if (problem === undefined) throw new Error(`${rule} is no problem here`);
  const cure = cureOf(problem, graph, newContext());
  if (cure === null) return null;
  const result = applyEdits({ ...emptyDocument, graph }, cure.edits);
  if (!result.ok) throw new Error(result.error);
  const left = findErrors(result.document.graph).map(problemId);
  expect(left).not.toContain(problemId(problem));
  const before = new Set(found.map(problemId));
  return { cure, graph: result.document.graph, added: left.filter((id) => !before.has(id)) };
}

const without = (from: string, to: string): Graph => ({
  ...sound,
  edges: sound.edges.filter((edge) => edge.from !== from || edge.to !== to),
});
const change = (key: string, part: Partial<GraphNode>): Graph => ({
  ...sound,
  nodes: sound.nodes.map((node) => (node.key === key ? { ...node, ...part } : node)),
});
const lead = (graph: Graph, from: string): (readonly [string, string | null])[] =>
  graph.edges.filter((edge) => edge.from === from).map(({ to, outcome }) => [to, outcome]);

describe("cureOf", () => {
  it("puts a start before the first row, and leads from it", () => {
    const headless = buildGraph(nodes.slice(1), edges.slice(1));
    const done = cured(headless, "one-start");
    expect(done).toMatchObject({ cure: { name: "add-start" }, added: [] });
    expect(done?.graph.nodes[0]).toMatchObject({ kind: "start", parts: [{ lane: "a" }] });
    expect(findErrors(done?.graph ?? emptyGraph)).toEqual([]);
  });

  it("takes away the second start, where nothing hangs on it", () => {
    const two = buildGraph([...nodes, ["begin", "start", ["a"]]], edges);
    expect(cured(two, "one-start")).toMatchObject({
      cure: { name: "drop-spare-starts" },
      graph: sound,
      added: [],
    });
    const drawn = buildGraph([...nodes, ["begin", "start", ["a"]]], [...edges, ["begin", "file"]]);
    expect(cured(drawn, "one-start")).toBeNull();
  });

  it("puts an end under the last row, and leads to it what led nowhere", () => {
    const endless = buildGraph(nodes.slice(0, 4), edges.slice(0, 4));
    const done = cured(endless, "has-end");
    expect(done).toMatchObject({ cure: { name: "add-end" }, added: [] });
    expect(findErrors(done?.graph ?? emptyGraph)).toEqual([]);
  });

  it("knows no cure for an empty form", () => {
    expect(cured(emptyGraph, "one-start")).toBeNull();
    expect(cured(emptyGraph, "has-end")).toBeNull();
  });

  it("takes away an arrow to nowhere, or leads it on where the step has no other", () => {
    const extra = { key: "x", from: "check", to: "gone", outcome: "Lain" };
    expect(cured({ ...sound, edges: [...sound.edges, extra] }, "dangling-edge")).toMatchObject({
      cure: { name: "drop-arrow" },
      graph: sound,
      added: [],
    });
    const astray = {
      ...sound,
      edges: sound.edges.map((edge) => (edge.from === "file" ? { ...edge, to: "gone" } : edge)),
    };
    const led = cured(astray, "dangling-edge");
    expect(led).toMatchObject({ cure: { name: "connect-onward" }, added: [] });
    expect(lead(led?.graph ?? emptyGraph, "file")).toEqual([["end", null]]);
  });

  it("leads a step that ends blindly on to the next row", () => {
    for (const rule of ["edge-count", "reaches-end"] as const) {
      const done = cured(without("file", "end"), rule, rule === "edge-count" ? "out" : "file");
      expect(done).toMatchObject({ cure: { name: "connect-onward" }, added: [] });
      expect(lead(done?.graph ?? emptyGraph, "file")).toEqual([["end", null]]);
    }
  });

  it("leads the last row to the end, wherever it stands", () => {
    const last = buildGraph(
      [nodes[0]!, nodes[4]!, ["write", "activity", ["a"]]],
      [["start", "write"]],
    );
    const done = cured(last, "edge-count", "out");
    expect(done).toMatchObject({ cure: { name: "connect-to-end" }, added: [] });
  });

  it("puts a step that nothing leads to into the flow, after the row before it", () => {
    const loose = buildGraph(
      [...nodes.slice(0, 2), ["loose", "activity", ["a"]], ...nodes.slice(2)],
      edges,
    );
    for (const rule of ["edge-count", "reachable-from-start"] as const) {
      const done = cured(loose, rule, rule === "edge-count" ? "in" : "loose");
      expect(done).toMatchObject({ cure: { name: "insert-into-flow" }, added: [] });
      expect(lead(done?.graph ?? emptyGraph, "write")).toEqual([["loose", null]]);
      expect(lead(done?.graph ?? emptyGraph, "loose")).toEqual([["check", null]]);
    }
  });

  it("leads from the row before where that one led nowhere", () => {
    const gap = without("file", "end");
    expect(cured(gap, "edge-count", "in")).toMatchObject({
      cure: { name: "connect-from-before" },
      graph: { edges: { length: sound.edges.length } },
      added: [],
    });
  });

  it("gives a decision the branches that it lacks", () => {
    const single = cured(without("check", "write"), "edge-count", "out");
    expect(single).toMatchObject({
      cure: { name: "add-branch", params: { outcome: "Tidak" } },
      added: [],
    });
    expect(lead(single?.graph ?? emptyGraph, "check")).toEqual([
      ["file", "Ya"],
      ["write", "Tidak"],
    ]);
    const none = { ...sound, edges: sound.edges.filter(({ from }) => from !== "check") };
    const both = cured(none, "edge-count", "out");
    expect(both?.cure.params).toEqual({ outcome: "Ya / Tidak" });
    expect(findErrors(both?.graph ?? emptyGraph)).toEqual([]);
  });

  it("takes away what a kind with one way on has too much", () => {
    const twice = buildGraph(nodes, [...edges, ["write", "end"]]);
    expect(cured(twice, "edge-count", "out")).toMatchObject({
      cure: { name: "drop-surplus-arrows" },
      graph: sound,
      added: [],
    });
  });

  it("leads past the start what led to it", () => {
    const back = buildGraph(nodes, [...edges.slice(0, 3), ["check", "start", "Tidak"], edges[4]!]);
    const done = cured(back, "edge-count", "in");
    expect(done).toMatchObject({ cure: { name: "lead-past-start" }, added: [] });
    expect(lead(done?.graph ?? emptyGraph, "check")).toContainEqual(["write", "Tidak"]);
  });

  it("names a branch by what the others leave", () => {
    const blank = {
      ...sound,
      edges: sound.edges.map((edge) =>
        edge.outcome === "Tidak" ? { ...edge, outcome: " " } : edge,
      ),
    };
    expect(cured(blank, "named-outcomes")).toMatchObject({
      cure: { name: "name-outcome", params: { outcome: "Tidak" } },
      graph: sound,
      added: [],
    });
  });

  it("puts a step without a lane in that of the row before, and takes away what is too much", () => {
    const bare = cured(change("file", { parts: [] }), "lane-count");
    expect(bare).toMatchObject({
      cure: { name: "place-in-lane", params: { lane: "b" } },
      added: [],
    });
    const strange = cured(change("file", { parts: [{ lane: "z", label: null }] }), "known-lane");
    expect(strange).toMatchObject({ cure: { name: "place-in-lane" }, graph: sound, added: [] });
    const a = { lane: "a", label: null };
    const double = cured(change("write", { parts: [a, a] }), "lane-count");
    expect(double).toMatchObject({ cure: { name: "drop-surplus-boxes" }, graph: sound, added: [] });
  });

  it("binds a lane to whoever is called so, and to nobody else", () => {
    const unbound = {
      ...sound,
      lanes: sound.lanes.map((lane) => ({ ...lane, binding: null })),
    };
    const done = cured(unbound, "bound-lane");
    expect(done).toMatchObject({
      cure: { name: "bind-lane", params: { holder: "Kepala A" } },
      added: [],
    });
    const second = { ...unbound, lanes: unbound.lanes.toReversed() };
    expect(cured(second, "bound-lane")).toBeNull();
  });

  it("forgets outputs that the form does not have, and keeps the words", () => {
    const ghost = change("write", {
      outputs: ["ghost"],
      requirements: [{ text: "Berkas", output: "ghost" }],
    });
    const done = cured(ghost, "known-output");
    expect(done).toMatchObject({ cure: { name: "forget-output" }, added: [] });
    expect(done?.graph.nodes[1]?.requirements).toEqual([{ text: "Berkas", output: null }]);
  });

  it("lets a join wait only for what comes together", () => {
    const rows: NodeRow[] = [
      ...nodes.slice(0, 3),
      ["left", "activity", ["a"]],
      ["right", "activity", ["b"]],
      ["meet", "join", [], { text: "" }],
      ...nodes.slice(3),
    ];
    const either = buildGraph(rows, [
      ["start", "write"],
      ["write", "check"],
      ["check", "left", "Ya"],
      ["check", "right", "Tidak"],
      ["left", "meet"],
      ["right", "meet"],
      ["meet", "file"],
      ["file", "end"],
    ]);
    const done = cured(either, "option-to-complete");
    expect(done).toMatchObject({ cure: { name: "drop-join" }, added: [] });
    expect(done?.graph.nodes.some(({ kind }) => kind === "join")).toBe(false);

    // Two branches, and a way past them that comes to the same join.
    const past = buildGraph(
      [...rows.slice(0, 3), ["split", "fork", [], { text: "" }], ...rows.slice(3)],
      [
        ["start", "write"],
        ["write", "check"],
        ["check", "split", "Ya"],
        ["check", "meet", "Tidak"],
        ["split", "left"],
        ["split", "right"],
        ["left", "meet"],
        ["right", "meet"],
        ["meet", "file"],
        ["file", "end"],
      ],
    );
    const led = cured(past, "option-to-complete");
    expect(led).toMatchObject({ cure: { name: "lead-past-join" }, added: [] });
    expect(led?.graph.edges.find(({ outcome }) => outcome === "Tidak")?.to).toBe("file");
  });

  it("lets branches wait for each other where they meet", () => {
    const rows: NodeRow[] = [
      ...nodes.slice(0, 2),
      ["split", "fork", [], { text: "" }],
      ["left", "activity", ["a"]],
      ["right", "activity", ["b"]],
      ["file", "activity", ["b"]],
      ["end", "end", ["b"]],
    ];
    const draw = (meeting: string) => {
      const between: EdgeRow[] = meeting === "file" ? [["file", "end"]] : [];
      return buildGraph(
        rows.filter(([key]) => key !== "file" || between.length > 0),
        [
          ["start", "write"],
          ["write", "split"],
          ["split", "left"],
          ["split", "right"],
          ["left", meeting],
          ["right", meeting],
          ...between,
        ],
      );
    };
    for (const [meeting, rule] of [
      ["file", "one-token"],
      ["end", "proper-completion"],
    ] as const) {
      const done = cured(draw(meeting), rule);
      expect(done).toMatchObject({ cure: { name: "add-join" }, added: [] });
      const at = done!.graph.nodes.findIndex(({ kind }) => kind === "join");
      expect(done!.graph.nodes[at + 1]?.key).toBe(meeting);
    }
  });

  it("offers nothing that would break something else", () => {
    // Whatever "alone" were led from would leave another step without its only arrow.
    const chain = buildGraph(
      [...nodes.slice(0, 2), ["alone", "activity", ["a"]], ...nodes.slice(2)],
      [...edges, ["alone", "file"]],
    );
    const problem = findErrors(chain).find(({ rule }) => rule === "edge-count");
    expect(problem && cureOf(problem, chain, newContext())).toBeNull();
    const other = {
      ...sound,
      nodes: [...sound.nodes, makeNode({ key: "write", kind: "activity" })],
    };
    const twice = findErrors(other).find(({ rule }) => rule === "unique-keys");
    expect(twice && cureOf(twice, other, newContext())).toBeNull();
  });
});
