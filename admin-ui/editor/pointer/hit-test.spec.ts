import { describe, expect, it } from "vitest";
import { buildGraph, defaultMetrics, layout } from "../../../domain/index.js";
import {
  areaBetween,
  gapAt,
  hitPath,
  hitSymbol,
  isOverLanes,
  laneAt,
  middleOfPath,
  rowAt,
  stepsInArea,
} from "./hit-test.js";

const form = layout(
  buildGraph(
    [
      ["a", "start", ["l1"], { text: "Mulai" }],
      ["b", "activity", ["l1", "l2"], { text: "Memeriksa" }],
      ["c", "end", ["l2"], { text: "Selesai" }],
    ],
    [
      ["a", "b"],
      ["b", "c"],
    ],
  ),
  defaultMetrics,
);
const symbol = (node: string, lane: string) =>
  form.symbols.find((one) => one.node === node && one.lane === lane)!;
const [first, second, third] = form.rows as [
  (typeof form.rows)[0],
  (typeof form.rows)[0],
  (typeof form.rows)[0],
];

describe("what is at a point", () => {
  it("is a symbol, or one close by", () => {
    const { x, y, width, height } = symbol("b", "l2");
    const middle = { x: x + width / 2, y: y + height / 2 };
    expect(hitSymbol(form, middle)).toMatchObject({ node: "b", lane: "l2" });
    expect(hitSymbol(form, { x: x - 5, y: middle.y })).toBeNull();
    expect(hitSymbol(form, { x: x - 5, y: middle.y }, 6)).toMatchObject({ node: "b", lane: "l2" });
  });

  it("is an arrow at the middle of its longest piece, and none far from it", () => {
    for (const path of form.paths) {
      const { x, y } = middleOfPath(path);
      expect(hitPath(form, { x, y }, 2)?.edge).toBe(path.edge);
    }
    expect(hitPath(form, { x: 10, y: first.y + 4 }, 5)).toBeNull();
  });

  it("is a row and a lane, the nearest lane beside them", () => {
    expect(rowAt(form, second.y + 1)?.node).toBe("b");
    expect(rowAt(form, 3)).toBeNull();
    expect(rowAt(form, form.height + 5)).toBeNull();
    const lane = form.columns.find((column) => column.lane === "l2")!;
    expect(laneAt(form, lane.x + 1)?.lane).toBe("l2");
    expect(laneAt(form, 0)?.lane).toBe("l1");
    expect(laneAt(form, form.width)?.lane).toBe("l2");
    expect(isOverLanes(form, 20)).toBe(false);
    expect(isOverLanes(form, lane.x + 1)).toBe(true);
  });
});

describe("gapAt", () => {
  it("is over a row in its upper half, under it in its lower half", () => {
    expect(gapAt(form, second.y + 2)).toEqual({ before: "b", after: "a", y: second.y });
    const low = second.y + second.height - 2;
    expect(gapAt(form, low)).toEqual({ before: "c", after: "b", y: third.y });
  });

  it("ends with the form", () => {
    expect(gapAt(form, -50)).toEqual({ before: "a", after: null, y: first.y });
    expect(gapAt(form, form.height + 50)).toMatchObject({ before: null, after: "c" });
  });
});

describe("stepsInArea", () => {
  it("takes symbols among the lanes and rows among the texts", () => {
    const box = symbol("b", "l1");
    const around = areaBetween(
      { x: box.x + box.width + 1, y: box.y + box.height + 1 },
      { x: box.x - 1, y: box.y - 1 },
    );
    expect(stepsInArea(form, around)).toEqual(["b"]);
    const texts = areaBetween({ x: 40, y: second.y + 1 }, { x: 60, y: third.y + 1 });
    expect(stepsInArea(form, texts)).toEqual(["b", "c"]);
  });
});
