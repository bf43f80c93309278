import { expect, test } from "vitest";
import { handOverMatrix } from "./hand-over-matrix.js";

const [desk, head, unit, idle] = ["desk", "head", "unit", "idle"].map((id) => ({ id }));

test("rows give and columns get, in the order of the form", () => {
  const handOver = (from: typeof desk, to: typeof desk, count: number) => ({
    from: from!,
    to: to!,
    count,
    returned: 0,
  });
  const often = handOver(desk, head, 80);
  const seldom = handOver(head, unit, 1);
  const matrix = handOverMatrix(
    [unit!, desk!, head!, idle!],
    [often, handOver(head, desk, 41), seldom],
  );
  expect(matrix.to.map(({ id }) => id)).toEqual(["unit", "desk", "head"]);
  expect(matrix.rows.map(({ from }) => from.id)).toEqual(["desk", "head"]);
  expect(matrix.rows[0]?.cells).toEqual([null, null, { handOver: often, level: 4 }]);
  expect(matrix.rows[1]?.cells.map((cell) => cell?.level ?? 0)).toEqual([1, 3, 0]);
});

test("nothing handed over is an empty matrix", () => {
  expect(handOverMatrix([desk!], [])).toEqual({ to: [], rows: [] });
});
