import { expect, it } from "vitest";
import { readPartialDate } from "./read-partial-date.js";

it.each([
  ["12 Juni 2020", "2020-06-12"],
  ["1 juni 2020", "2020-06-01"],
  [" Juni 2020 ", "2020-06"],
  ["2020", "2020"],
  ["2020-06", "2020-06"],
  ["2020-6-1", "2020-06-01"],
  ["12-06-2020", "2020-06-12"],
  ["12/6/2020", "2020-06-12"],
  ["12.06.2020", "2020-06-12"],
  ["06-2020", "2020-06"],
  ["3 Agustus 2021", "2021-08-03"],
  ["3 August 2021", "2021-08-03"],
  ["3 Agt. 2021", "2021-08-03"],
  ["1-Des-2021", "2021-12-01"],
  ["17 Pebruari 2020", "2020-02-17"],
  ["29 Februari 2020", "2020-02-29"],
  ["29 Februari 2021", null],
  ["31 April 2020", null],
  ["13-13-2020", null],
  ["Juny", null],
  ["-", null],
  ["Bulan Juni 2020", null],
  ["12 Xyz 2020", null],
])("reads %j as %j", (text, iso) => expect(readPartialDate(text)).toEqual({ text, iso }));

it("takes nothing typed for missing", () => {
  expect(readPartialDate(null)).toBeNull();
  expect(readPartialDate("  ")).toBeNull();
});
