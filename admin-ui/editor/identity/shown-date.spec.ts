import { expect, it } from "vitest";
import { shownDate } from "./shown-date.js";

it("says a date as far as it is known", () => {
  expect(["2020", "2020-06", "2020-06-12"].map((iso) => shownDate(iso, "id"))).toEqual([
    "2020",
    "Juni 2020",
    "12 Juni 2020",
  ]);
  expect(shownDate("2020-06-12", "en")).toBe("12 June 2020");
});
