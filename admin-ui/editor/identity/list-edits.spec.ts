import { expect, it } from "vitest";
import {
  addAfter,
  beginsGroup,
  moveItem,
  pastedLines,
  pasteLines,
  setGroup,
} from "./list-edits.js";

const of = (...texts: string[]) =>
  texts.map((text) => {
    const [group, line] = text.includes(":") ? text.split(":") : [null, text];
    return { text: line ?? "", group: group ?? null };
  });

it("reads pasted lines without what numbers them", () => {
  expect(pastedLines("1. UU 14/2008\r\n2) PP 61/2010\n\n- Komputer\n•\tJaringan\nc. ATK")).toEqual([
    "UU 14/2008",
    "PP 61/2010",
    "Komputer",
    "Jaringan",
    "ATK",
  ]);
  expect(pastedLines("2020 adalah tahun\nPP No. 5")).toEqual(["2020 adalah tahun", "PP No. 5"]);
});

it("makes several items of several lines, at the cursor", () => {
  expect(pasteLines(of("a", "G:bcd", "e"), 1, ["1", "2", "3"], { start: 1, end: 2 })).toEqual(
    of("a", "G:b1", "G:2", "G:3d", "e"),
  );
});

it("adds, moves and groups", () => {
  expect(addAfter(of("G:a", "b"), 0)).toEqual(of("G:a", "G:", "b"));
  expect(moveItem(of("G:a", "b"), 1, -1)).toEqual(of("G:b", "G:a"));
  expect(moveItem(of("a"), 0, -1)).toEqual(of("a"));
  const grouped = setGroup(of("a", "b", "c", "G:d"), 1, "B");
  expect(grouped).toEqual(of("a", "B:b", "B:c", "G:d"));
  expect(grouped.map((_, at) => beginsGroup(grouped, at))).toEqual([false, true, false, true]);
  expect(setGroup(grouped, 1, null)).toEqual(of("a", "b", "c", "G:d"));
});
