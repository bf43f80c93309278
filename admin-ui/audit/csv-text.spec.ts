import { expect, test } from "vitest";
import { csvText } from "./csv-text.js";

test("quotes everything, and keeps lines and quotes within a cell", () => {
  expect(csvText([["a", 'b "c"\nd, e']])).toBe('"a","b ""c""\nd, e"\r\n');
});

test.each(["=1+1", "+62", "-2", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0"])(
  "lets no spreadsheet calculate %j",
  (text) => {
    expect(csvText([[text]])).toBe(`"'${text}"\r\n`);
  },
);
