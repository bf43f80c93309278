import { expect, test } from "vitest";
import type { Graph, GraphNode } from "../sop/graph.js";
import { callsAtOnce } from "./passes-without-work.js";

const node = (key: string, kind: GraphNode["kind"], waits?: boolean): GraphNode => ({
  key,
  kind,
  text: key,
  parts: kind === "fork" || kind === "join" ? [] : [{ lane: "a", label: null }],
  mode: "ALL",
  work: false,
  requirements: [],
  standardTime: null,
  outputs: [],
  remarks: null,
  call: waits === undefined ? null : { sop: "x", waits },
});

const graphOf = (nodes: readonly GraphNode[], ways: readonly string[]): Graph => ({
  lanes: [{ key: "a", name: "A", binding: null }],
  nodes,
  edges: ways.map((way) => {
    const [from = "", to = ""] = way.split(">");
    return { key: way, from, to, outcome: null };
  }),
  outputs: [],
});

test("names the connectors before any work, also behind those that do not wait", () => {
  const nodes = [
    node("s", "start"),
    node("f", "fork"),
    node("c1", "connector", false),
    node("c2", "connector", true),
    node("c3", "connector", false),
    node("w", "activity"),
    node("c4", "connector", false),
    node("j", "join"),
    node("c5", "connector", false),
    node("e", "end"),
  ];
  const ways = ["s>f", "f>c1", "c1>c2", "c2>c3", "c3>j", "f>w", "w>c4", "c4>j", "j>c5", "c5>e"];
  expect([...callsAtOnce(graphOf(nodes, ways))]).toEqual(["c1", "c2"]);
});
