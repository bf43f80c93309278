import { expect, it } from "vitest";
import { buildGraph } from "../../../domain/index.js";
import { arrowIn, arrowOut, otherArrow } from "./follow-arrow.js";

const graph = buildGraph(
  [
    ["one", "activity", ["a"]],
    ["two", "activity", ["a"]],
    ["ask", "decision", ["a"]],
    ["three", "activity", ["a"]],
  ],
  [
    ["one", "two"],
    ["two", "ask"],
    ["ask", "three", "Ya"],
    ["ask", "one", "Tidak"],
    ["three", "two"],
  ],
);

it("follows the first arrow out, or the chosen one", () => {
  expect(arrowOut(graph, "ask", null)?.to).toBe("three");
  expect(arrowOut(graph, "ask", "ask-one-Tidak")?.to).toBe("one");
  expect(arrowOut(graph, "ask", "one-two")?.to).toBe("three");
});

it("chooses between the arrows out, round and round", () => {
  expect(otherArrow(graph, "ask", null, 1)?.outcome).toBe("Tidak");
  expect(otherArrow(graph, "ask", "ask-one-Tidak", 1)?.outcome).toBe("Ya");
  expect(otherArrow(graph, "ask", "ask-three-Ya", -1)?.outcome).toBe("Tidak");
});

it("goes back the way that one came, or else to the nearest row above", () => {
  expect(arrowIn(graph, "two", null)?.from).toBe("one");
  expect(arrowIn(graph, "two", "three-two")?.from).toBe("three");
  expect(arrowIn(graph, "one", null)?.from).toBe("ask");
});
