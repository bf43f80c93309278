import { expect, it } from "vitest";
import type { Cell } from "../selection.js";
import { extendTo, selectAll, toggleRow } from "./select-rows.js";

const cell = (node: string): Cell => ({ node, role: "activity", lane: null });
const rows = ["a", "b", "c", "d"];
const begun = { type: "nodes" as const, keys: ["b"], active: cell("b") };

it("grows and shrinks from the row that it began with", () => {
  const down = extendTo(rows, begun, cell("d"));
  expect(down.keys).toEqual(["b", "c", "d"]);
  expect(extendTo(rows, down, cell("c")).keys).toEqual(["b", "c"]);
  expect(extendTo(rows, down, cell("a"))).toMatchObject({ keys: ["b", "a"], active: cell("a") });
});

it("takes a row in and out, and never the last one", () => {
  const two = toggleRow(begun, cell("d"));
  expect(two.keys).toEqual(["b", "d"]);
  expect(toggleRow(two, cell("d"))).toMatchObject({ keys: ["b"], active: cell("b") });
  expect(toggleRow(begun, cell("b"))).toBe(begun);
});

it("takes all, where there are any", () => {
  expect(selectAll(rows, cell("c"))).toMatchObject({ keys: rows, active: cell("c") });
  expect(selectAll([], null)).toBeNull();
});
