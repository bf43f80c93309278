import { describe, expect, it } from "vitest";
import {
  applyEdits,
  buildGraph,
  emptyDocument,
  findProblems,
  isError,
  type Graph,
  type NodeKind,
} from "../../../domain/index.js";
import { changeKind } from "./change-kind.js";

const graph = buildGraph(
  [
    ["start", "start", ["a"]],
    ["one", "activity", ["a"]],
    ["two", "activity", ["a", "b"], { standardTime: { value: 1, unit: "HOUR" } }],
    ["three", "activity", ["b"]],
    ["four", "activity", ["b"]],
    ["end", "end", ["a"]],
  ],
  [
    ["start", "one"],
    ["one", "two"],
    ["two", "three"],
    ["three", "four"],
    ["four", "end"],
  ],
);

function become(from: Graph, key: string, kind: NodeKind): Graph {
  let count = 0;
  const node = from.nodes.find((one) => one.key === key)!;
  const edits = changeKind(from, node, kind, ["Ya", "Tidak"], () => `new-${count++}`);
  const result = applyEdits({ ...emptyDocument, graph: from }, edits);
  if (!result.ok) throw new Error(result.error);
  return result.document.graph;
}

const arrows = (of: Graph, key: string): string[] =>
  of.edges.filter(({ from }) => from === key).map(({ outcome, to }) => `${outcome ?? ""}>${to}`);

describe("changeKind", () => {
  it("makes a decision that goes on with the first outcome and back with the second", () => {
    const next = become(graph, "two", "decision");
    const node = next.nodes.find(({ key }) => key === "two");
    expect(node).toMatchObject({ kind: "decision", text: "two", standardTime: { value: 1 } });
    expect(node?.parts.map(({ lane }) => lane)).toEqual(["a"]);
    expect(arrows(next, "two")).toEqual(["Ya>three", "Tidak>one"]);
    expect(findProblems(next).filter(isError)).toEqual([]);
  });

  it("makes an activity of it again, with one arrow and no name on it", () => {
    const next = become(become(graph, "two", "decision"), "two", "activity");
    expect(arrows(next, "two")).toEqual([">three"]);
  });

  it("makes an end, after which nothing comes, and which keeps its work", () => {
    const next = become(graph, "two", "end");
    expect(arrows(next, "two")).toEqual([]);
    expect(next.nodes.find(({ key }) => key === "two")?.work).toBe(true);
    expect(become(graph, "three", "end").nodes.find(({ key }) => key === "three")?.work).toBe(
      false,
    );
  });

  it("makes a fork to the rows below, and a start that nothing leads to", () => {
    expect(arrows(become(graph, "two", "fork"), "two")).toEqual([">three", ">four"]);
    expect(become(graph, "two", "start").edges.some(({ to }) => to === "two")).toBe(false);
  });

  it("keeps as many arrows as there are where a decision of many ways becomes a fork", () => {
    const next = become(graph, "two", "decision");
    const third = { key: "third", from: "two", to: "one", outcome: "Tunda" };
    const fork = become({ ...next, edges: [...next.edges, third] }, "two", "fork");
    expect(arrows(fork, "two")).toEqual([">three", ">one", ">one"]);
  });

  it("changes nothing where it is that kind already", () => {
    expect(become(graph, "two", "activity")).toEqual(graph);
  });
});
