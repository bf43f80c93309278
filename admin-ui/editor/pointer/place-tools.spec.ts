import { describe, expect, it } from "vitest";
import { type FormColumn, type FormSymbol, makeNode } from "../../../domain/index.js";
import { placeTools } from "./place-tools.js";

const node = makeNode({ key: "a", kind: "activity" });
/** Five lanes of 100 from 200 on, between the activity and the time. */
const columns: readonly FormColumn[] = [
  column("activity", null, 0, 200),
  ...["p", "q", "r", "s", "t"].map((lane, at) => column("lane", lane, 200 + at * 100, 100)),
  column("time", null, 700, 300),
];
function column(
  role: FormColumn["role"],
  lane: string | null,
  x: number,
  width: number,
): FormColumn {
  return { role, lane, title: "", lines: [], x, width };
}
const view = { x: 0, y: 0, width: 1000, height: 600 };
const size = { width: 168, height: 38 };

/** The symbol of a row of 60 in a lane. */
const symbolAt = (row: number, lane: number): FormSymbol => ({
  node: node.key,
  lane: columns[lane + 1]?.lane ?? null,
  shape: "box",
  label: null,
  lines: [],
  x: 200 + lane * 100 + 20,
  y: row * 60 + 15,
  width: 60,
  height: 30,
});

const place = (symbol: FormSymbol, others: readonly FormSymbol[] = [], lanes = columns) =>
  placeTools(symbol, size, { inTheWay: [symbol, ...others], columns: lanes, view, gap: 7 });

describe("placeTools", () => {
  it("stands beside the symbol, in its row, whatever stands in the next", () => {
    const next = symbolAt(3, 1);
    expect(place(symbolAt(2, 1), [next])).toEqual({ x: 387, y: 131 });
  });

  it("stands on the other side where the lanes end, or where the step has another box", () => {
    const last = symbolAt(2, 4);
    expect(place(last)).toEqual({ x: last.x - 7 - size.width, y: 131 });
    const joint = place(symbolAt(2, 2), [symbolAt(2, 3)]);
    expect(joint.x).toBeLessThan(symbolAt(2, 2).x);
  });

  it("goes under it where neither side has room, and over it where something stands there", () => {
    const middle = symbolAt(2, 2);
    const beside = [symbolAt(2, 1), symbolAt(2, 3)];
    expect(place(middle, beside).y).toBe(middle.y + middle.height + 7);
    expect(place(middle, [...beside, symbolAt(3, 2)]).y).toBe(middle.y - 7 - size.height);
  });

  it("stays in view", () => {
    const low = symbolAt(9, 4);
    const { x, y } = place(low, [symbolAt(9, 3)]);
    expect(y + size.height).toBeLessThanOrEqual(view.height);
    expect(x + size.width).toBeLessThanOrEqual(view.width);
  });

  it("covers a text rather than a symbol", () => {
    const narrow = columns.filter(({ lane }) => lane === null || lane === "p");
    const only = symbolAt(2, 0);
    const around = [symbolAt(1, 0), symbolAt(3, 0)];
    const { x, y } = place(only, around, narrow);
    expect({ x, y }).toEqual({ x: only.x + only.width + 7, y: 131 });
  });
});
