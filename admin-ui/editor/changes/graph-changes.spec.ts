import { describe, expect, it } from "vitest";
import {
  applyEdits,
  emptyDocument,
  findProblems,
  isError,
  type DocumentEdit,
  type Graph,
  type SopDocument,
} from "../../../domain/index.js";
import { addStep, removeLane, removeOutput, removeStep, setNext } from "./graph-changes.js";
import { nodeKindViews } from "../kinds/node-kind-views.js";

const lane = { key: "l", name: "Loket", binding: { type: "REQUESTER" as const } };
const edge = (key: string, from: string, to: string, outcome: string | null = null) => ({
  key,
  from,
  to,
  outcome,
});
const keys = (): (() => string) => {
  let count = 0;
  return () => `new${++count}`;
};

const graph: Graph = {
  lanes: [lane],
  nodes: [
    nodeKindViews.start.create("s", "l"),
    { ...nodeKindViews.activity.create("a", "l"), text: "Menulis" },
    nodeKindViews.end.create("z", "l"),
  ],
  edges: [edge("s-a", "s", "a"), edge("a-z", "a", "z")],
  outputs: [],
};

function applied(base: Graph, edits: readonly DocumentEdit[]): Graph {
  const document: SopDocument = { ...emptyDocument, graph: base };
  const result = applyEdits(document, edits);
  if (!result.ok) throw new Error(`${result.error} at ${result.at}`);
  expect(applyEdits(result.document, result.inverse)).toMatchObject({ document });
  return result.document.graph;
}

const arrows = (of: Graph) => of.edges.map(({ from, to }) => `${from}>${to}`).toSorted();

describe("addStep", () => {
  it("stands under the row that it was added to and in the flow", () => {
    const next = applied(
      graph,
      addStep(graph, "a", nodeKindViews.activity.create("b", "l"), [], keys()),
    );
    expect(next.nodes.map(({ key }) => key)).toEqual(["s", "a", "b", "z"]);
    expect(arrows(next)).toEqual(["a>b", "b>z", "s>a"]);
    // All that is left to do is to write on it.
    expect(findProblems(next).filter(isError)).toMatchObject([
      { rule: "step-text", nodeKeys: ["b"] },
    ]);
  });

  it("leads from a start into the flow, and never to one", () => {
    const start = nodeKindViews.start.create("s2", "l");
    expect(arrows(applied(graph, addStep(graph, "a", start, [], keys())))).toEqual([
      "a>z",
      "s2>z",
      "s>a",
    ]);
    expect(arrows(applied(graph, addStep(graph, "z", start, [], keys())))).toContain("a>z");
    const loose = { ...graph, nodes: [graph.nodes[1]!, graph.nodes[0]!], edges: [] };
    const next = addStep(loose, "a", nodeKindViews.activity.create("b", "l"), [], keys());
    expect(arrows(applied(loose, next))).toEqual(["a>b"]);
  });

  it("names the way that it makes out of a decision without any", () => {
    const asking = { ...graph, nodes: [nodeKindViews.decision.create("d", "l")], edges: [] };
    const next = addStep(asking, "d", nodeKindViews.activity.create("b", "l"), ["Ya"], keys());
    expect(applied(asking, next).edges[0]).toMatchObject({ from: "d", to: "b", outcome: "Ya" });
  });

  it("stands before an end that it was added to", () => {
    const next = applied(
      graph,
      addStep(graph, "z", nodeKindViews.activity.create("b", "l"), [], keys()),
    );
    expect(next.nodes.map(({ key }) => key)).toEqual(["s", "a", "b", "z"]);
    expect(arrows(next)).toEqual(["a>b", "b>z", "s>a"]);
  });

  it("gives a decision its outcomes: one goes on, one goes back", () => {
    const decision = { ...nodeKindViews.decision.create("d", "l"), text: "Memeriksa" };
    const next = applied(graph, addStep(graph, "a", decision, ["Ya", "Tidak"], keys()));
    expect(arrows(next)).toEqual(["a>d", "d>a", "d>z", "s>a"]);
    expect(next.edges.filter(({ from }) => from === "d").map(({ outcome }) => outcome)).toEqual([
      "Ya",
      "Tidak",
    ]);
    expect(findProblems(next).filter(isError)).toEqual([]);
  });

  it("never leads back into the start", () => {
    const decision = nodeKindViews.decision.create("d", "l");
    const next = applied(graph, addStep(graph, "s", decision, ["Ya", "Tidak"], keys()));
    expect(arrows(next)).toEqual(["a>z", "d>a", "d>a", "s>d"]);
  });
});

describe("removeStep", () => {
  it("joins what led to the row with where it led", () => {
    const next = applied(graph, removeStep(graph, "a"));
    expect(arrows(next)).toEqual(["s>z"]);
    expect(findProblems(next).filter(isError)).toEqual([]);
  });

  it("leaves no loop of a step onto itself and no doubled arrow", () => {
    const looped: Graph = {
      ...graph,
      nodes: [...graph.nodes, nodeKindViews.decision.create("d", "l")],
      edges: [
        edge("s-a", "s", "a"),
        edge("a-d", "a", "d"),
        edge("d-a", "d", "a", "Tidak"),
        edge("d-z", "d", "z", "Ya"),
      ],
    };
    expect(arrows(applied(looped, removeStep(looped, "d")))).toEqual(["s>a"]);
  });
});

describe("removeLane", () => {
  it("takes its boxes along and keeps the rows", () => {
    const next = applied(graph, removeLane(graph, "l"));
    expect(next.lanes).toEqual([]);
    expect(next.nodes.map(({ parts }) => parts.length)).toEqual([0, 0, 0]);
  });
});

describe("setNext", () => {
  it("changes, adds and takes away the arrow", () => {
    expect(arrows(applied(graph, setNext(graph, "s", "z", keys())))).toEqual(["a>z", "s>z"]);
    const cut = applied(graph, setNext(graph, "a", null, keys()));
    expect(arrows(cut)).toEqual(["s>a"]);
    expect(arrows(applied(cut, setNext(cut, "a", "z", keys())))).toEqual(["a>z", "s>a"]);
  });
});

describe("removeOutput", () => {
  it("keeps a document that another step speaks of", () => {
    const [start, activity, end] = graph.nodes;
    if (!start || !activity || !end) throw new Error("the fixture has three nodes");
    const yielding = { ...activity, outputs: ["o"] };
    const shared: Graph = {
      ...graph,
      outputs: [{ key: "o", name: "Surat" }],
      nodes: [start, yielding, { ...end, requirements: [{ text: "", output: "o" }] }],
    };
    expect(applied(shared, removeOutput(shared, yielding, "o")).outputs).toHaveLength(1);
    const alone: Graph = { ...shared, nodes: [start, yielding, end] };
    expect(applied(alone, removeOutput(alone, yielding, "o")).outputs).toEqual([]);
  });
});
