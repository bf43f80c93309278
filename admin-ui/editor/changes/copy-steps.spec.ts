import { describe, expect, it } from "vitest";
import { applyEdits, buildGraph, emptyDocument, type Graph } from "../../../domain/index.js";
import { copySteps, pasteSteps } from "./copy-steps.js";

const built = buildGraph(
  [
    ["start", "start", ["a"]],
    ["one", "activity", ["a"], { outputs: ["x"] }],
    ["two", "activity", ["b"], { requirements: [{ text: "Agenda", output: "x" }] }],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "one"],
    ["one", "two"],
    ["two", "end"],
  ],
);
const graph: Graph = { ...built, outputs: [{ key: "x", name: "Agenda" }] };

function paste(into: Graph, after: string | null, keys: readonly string[] = ["two", "one"]): Graph {
  let count = 0;
  const { edits } = pasteSteps(into, copySteps(graph, keys), after, (kind) => `${kind}${count++}`);
  const result = applyEdits({ ...emptyDocument, graph: into }, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}

const flow = (of: Graph): string[] => {
  const text = new Map(of.nodes.map((node, index) => [node.key, `${index} ${node.text}`]));
  return of.edges.map(({ from, to }) => `${text.get(from)} > ${text.get(to)}`).toSorted();
};

describe("pasteSteps", () => {
  it("puts copies into the flow, in the order of the form, with keys of their own", () => {
    const next = paste(graph, "two");
    expect(next.nodes.map(({ text }) => text)).toEqual([
      "start",
      "one",
      "two",
      "one",
      "two",
      "end",
    ]);
    expect(new Set(next.nodes.map(({ key }) => key)).size).toBe(6);
    expect(flow(next)).toEqual([
      "0 start > 1 one",
      "1 one > 2 two",
      "2 two > 3 one",
      "3 one > 4 two",
      "4 two > 5 end",
    ]);
    // The same names are the same lanes and the same documents.
    expect(next.lanes).toEqual(graph.lanes);
    expect(next.outputs).toEqual(graph.outputs);
  });

  it("brings lanes and documents along into another SOP, and links them again", () => {
    const other: Graph = {
      ...buildGraph([["only", "activity", ["c"]]], []),
      outputs: [{ key: "q", name: "agenda" }],
    };
    const next = paste(other, "only");
    expect(next.lanes.map(({ name }) => name)).toEqual(["c", "a", "b"]);
    expect(next.outputs).toEqual(other.outputs);
    expect(next.nodes[1]?.outputs).toEqual(["q"]);
    expect(next.nodes[2]?.requirements).toEqual([{ text: "Agenda", output: "q" }]);
    expect(next.nodes.map(({ parts }) => parts.length)).toEqual([1, 1, 1]);
  });

  it("keeps apart what has the same name in the SOP that it came from", () => {
    const twins: Graph = {
      ...built,
      lanes: built.lanes.map((lane) => ({ ...lane, name: "Staf" })),
      nodes: built.nodes.map((node) =>
        node.key === "one" ? { ...node, parts: [...node.parts, { lane: "b", label: null }] } : node,
      ),
      outputs: [
        { key: "x", name: "Draf" },
        { key: "y", name: "Draf" },
      ],
    };
    let count = 0;
    const copied = copySteps(twins, ["one"]);
    const newKey = (prefix: string) => `${prefix}${count++}`;
    const pasted = (into: Graph): Graph => {
      const { edits } = pasteSteps(into, copied, null, newKey);
      const result = applyEdits({ ...emptyDocument, graph: into }, edits);
      if (!result.ok) throw new Error(result.error);
      return result.document.graph;
    };
    const here = pasted(twins);
    expect(here.nodes.at(-1)?.parts.map(({ lane }) => lane)).toEqual(["a", "b"]);
    expect(here.nodes.at(-1)?.outputs).toEqual(["x"]);
    const elsewhere = pasted(buildGraph([["only", "activity", ["c"]]], []));
    expect(elsewhere.lanes.map(({ name }) => name)).toEqual(["c", "Staf", "Staf"]);
    expect(new Set(elsewhere.nodes.at(-1)?.parts.map(({ lane }) => lane)).size).toBe(2);
  });

  it("leaves out arrows whose step did not come along", () => {
    const copied = copySteps(graph, ["one", "two"]);
    const nodes = copied.nodes.filter(({ key }) => key === "one");
    const { edits } = pasteSteps(graph, { ...copied, nodes }, null, (prefix) => `${prefix}-new`);
    expect(edits.filter((edit) => edit.op === "ADD" && edit.in === "edges")).toEqual([]);
  });

  it("leaves the flow alone where an end is pasted", () => {
    const next = paste(graph, "one", ["end"]);
    expect(flow(next)).toContain("1 one > 3 two");
  });
});
