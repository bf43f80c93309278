import { expect, test } from "vitest";
import { readView, writeView } from "./stuck-view.js";

const read = (text: string) => readView(new URLSearchParams(text));

test("what is looked at stands in the address and is read from there", () => {
  const view = { officeId: "o", sopId: "s", laneId: "HELD", within: 3 };
  const written = writeView(view).toString();
  expect(written).toBe("perangkat=o&sop=s&pelaksana=HELD&hari=3");
  expect(read(written)).toEqual(view);
});

test("what is usual is not written, and what is no choice is as usual", () => {
  const usual = { officeId: null, sopId: null, laneId: null, within: 1 };
  expect(writeView(usual).toString()).toBe("");
  for (const text of ["", "hari=2", "hari=-1", "hari=banyak", "hari=1e9"]) {
    expect(read(text)).toEqual(usual);
  }
});
