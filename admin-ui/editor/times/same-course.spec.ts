import { expect, it } from "vitest";
import { buildGraph, type Graph, type GraphNode } from "../../../domain/index.js";
import { isSameCourse } from "./same-course.js";

const drawn = (): Graph =>
  buildGraph(
    [
      ["start", "start", ["a"]],
      ["check", "activity", ["a"], { standardTime: { value: 5, unit: "MINUTE" } }],
      ["end", "end", ["a"]],
    ],
    [
      ["start", "check"],
      ["check", "end"],
    ],
  );

const change = (more: Partial<GraphNode>): Graph => {
  const graph = drawn();
  const nodes = graph.nodes.map((node) => (node.key === "check" ? { ...node, ...more } : node));
  return { ...graph, nodes };
};

it("takes no notice of words, and of papers", () => {
  expect(isSameCourse(drawn(), drawn())).toBe(true);
  expect(isSameCourse(drawn(), change({ text: "Memeriksa", remarks: "x" }))).toBe(true);
  expect(isSameCourse(drawn(), change({ outputs: ["surat"] }))).toBe(true);
});

it("takes notice of times, of who works, and of ways", () => {
  const time = { value: 6, unit: "MINUTE" } as const;
  expect(isSameCourse(drawn(), change({ standardTime: time }))).toBe(false);
  expect(isSameCourse(drawn(), change({ kind: "decision" }))).toBe(false);
  const { lanes, edges, ...rest } = drawn();
  const requesters = lanes.map((lane) => ({ ...lane, binding: { type: "REQUESTER" as const } }));
  expect(isSameCourse(drawn(), { ...rest, edges, lanes: requesters })).toBe(false);
  const led = edges.map((edge, at) => (at === 0 ? { ...edge, to: "end" } : edge));
  expect(isSameCourse(drawn(), { ...rest, lanes, edges: led })).toBe(false);
  expect(isSameCourse(drawn(), { ...rest, lanes, edges: edges.slice(1) })).toBe(false);
});
