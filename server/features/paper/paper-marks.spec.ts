import { expect, test } from "vitest";
import { paperWords } from "../../../domain/index.js";
import { paperMarks } from "./paper-marks.js";

test("what is laid over paper is said in both languages, of the same versions", () => {
  const said = (marks: object) => Object.values(marks).map((mark) => mark !== null);
  expect(Object.keys(paperMarks.en)).toEqual(Object.keys(paperMarks.id));
  expect(said(paperMarks.en)).toEqual(said(paperMarks.id));
});

test("the paper's own words name the same values in both languages", () => {
  for (const [name, text] of Object.entries(paperWords.id)) {
    const english = paperWords.en[name as keyof typeof paperWords.en];
    const blanks = (of: string) => [...of.matchAll(/\{\w+\}/g)].map(String).toSorted();
    expect(blanks(english), name).toEqual(blanks(text));
  }
});
