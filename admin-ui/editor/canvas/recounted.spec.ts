import { expect, it } from "vitest";
import { buildGraph, defaultMetrics, layout } from "../../../domain/index.js";
import { recounted } from "./recounted.js";

it("counts on as if the rows that do not count were not there", () => {
  const graph = buildGraph(
    [
      ["start", "start", ["a"]],
      ["one", "activity", ["a"]],
      ["gone", "activity", ["a"]],
      ["two", "activity", ["a"]],
    ],
    [],
  );
  const form = layout(graph, defaultMetrics);
  const numbers = recounted(form, new Set(["gone"])).rows.map(({ number }) => number);
  expect(numbers).toEqual([null, 1, null, 2]);
  expect(recounted(form, new Set())).toBe(form);
});
