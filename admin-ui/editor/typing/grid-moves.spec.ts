import { describe, expect, it } from "vitest";
import { buildGraph, emptyDocument, officialColumns } from "../../../domain/index.js";
import type { Cell } from "../selection.js";
import { cellOf, gridOf, moveBy, moveToEdge, nextStop, rowBelow } from "./grid-moves.js";

const graph = buildGraph(
  [
    ["start", "start", ["a"]],
    ["fork", "fork", []],
    ["one", "activity", ["b"]],
    ["end", "end", ["a"]],
  ],
  [],
);
const grid = gridOf({ ...emptyDocument, graph });
const cell = (node: string, role: Cell["role"], lane: string | null = null): Cell => ({
  node,
  role,
  lane,
});

describe("gridOf", () => {
  it("has a row for each step that stands in one, and a column for each lane", () => {
    expect(grid.rows).toEqual(["start", "one", "end"]);
    expect(grid.columns.map(({ role, lane }) => lane ?? role)).toEqual([
      ...["number", "activity", "a", "b"],
      ...["requirements", "time", "output", "remarks"],
    ]);
  });

  it("goes by the office's own columns", () => {
    const columns = { ...officialColumns, right: [{ column: "time" as const, title: null }] };
    const own = gridOf({ ...emptyDocument, graph, columns });
    expect(own.columns.at(-1)).toEqual({ role: "time", lane: null });
    expect(own.columns).toHaveLength(5);
  });
});

it("moves by cells and stays on the form", () => {
  expect(moveBy(grid, cell("start", "activity"), 1, 1)).toEqual(cell("one", "lane", "a"));
  expect(moveBy(grid, cell("one", "lane", "b"), 1, 0)).toEqual(cell("one", "requirements"));
  expect(moveBy(grid, cell("end", "remarks"), 1, 10)).toEqual(cell("end", "remarks"));
  expect(moveBy(grid, cell("start", "number"), -1, -1)).toEqual(cell("start", "number"));
});

it("goes to the ends of the row and of the form", () => {
  expect(moveToEdge(grid, cell("one", "time"), "first", false)).toEqual(cell("one", "number"));
  expect(moveToEdge(grid, cell("one", "time"), "last", true)).toEqual(cell("end", "remarks"));
});

describe("Tab", () => {
  it("goes through what is filled in, of the lanes only where the symbol stands", () => {
    const stops: string[] = [];
    let at: Cell | null = cell("one", "activity");
    while (at !== null && at.node === "one") {
      stops.push(at.lane ?? at.role);
      at = nextStop(grid, at, 1);
    }
    expect(stops).toEqual(["activity", "b", "requirements", "time", "output", "remarks"]);
    expect(at).toEqual(cell("end", "activity"));
  });

  it("goes back the same way, and leaves the form at both ends", () => {
    expect(nextStop(grid, cell("one", "activity"), -1)).toEqual(cell("start", "remarks"));
    expect(nextStop(grid, cell("start", "activity"), -1)).toBeNull();
    expect(nextStop(grid, cell("end", "remarks"), 1)).toBeNull();
  });
});

it("finds the row below, and the cell of a column there", () => {
  expect(rowBelow(grid, "start")).toBe("one");
  expect(rowBelow(grid, "end")).toBeNull();
  expect(cellOf(grid, "one", "lane")).toEqual(cell("one", "lane", "b"));
});
