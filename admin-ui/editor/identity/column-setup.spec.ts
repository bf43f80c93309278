import { expect, it } from "vitest";
import { officialColumns } from "../../../domain/index.js";
import { choicesOf, columnsOf, moveColumn } from "./column-setup.js";

it("begins with the official form, and knows it again", () => {
  const { right, titles } = choicesOf(null);
  expect(right.map(({ column, isShown }) => [column, isShown])).toEqual([
    ["requirements", true],
    ["time", true],
    ["output", true],
    ["remarks", true],
  ]);
  expect(columnsOf(right, titles)).toBeNull();
  expect(columnsOf(right, { ...titles, lanes: "  " })).toBeNull();
});

it("moves, renames and leaves out columns, and reads its own set-up again", () => {
  const { right, titles } = choicesOf(null);
  const arranged = moveColumn(right, 1, -1).map((one) =>
    one.column === "remarks"
      ? { ...one, isShown: false }
      : one.column === "requirements"
        ? { ...one, title: " Syarat " }
        : one,
  );
  const columns = columnsOf(arranged, { ...titles, standard: "Mutu" });
  expect(columns).toEqual({
    right: [
      { column: "time", title: null },
      { column: "requirements", title: "Syarat" },
      { column: "output", title: null },
    ],
    titles: { ...officialColumns.titles, standard: "Mutu" },
  });
  const again = choicesOf(columns);
  expect(again.right.at(-1)).toEqual({ column: "remarks", title: "", isShown: false });
  expect(columnsOf(again.right, again.titles)).toEqual(columns);
  expect(moveColumn(right, 0, -1)).toBe(right);
});
