import { expect, test } from "vitest";
import { casesInputOf, figureKey } from "./figure.js";

const report = {
  scope: { officeId: "o", versionIds: ["v"] },
  period: { from: "2026-11-01", to: "2026-11-30" },
  bucket: "DAY",
} as const;

test("the list behind a number is of the report's own scope and days", () => {
  expect(casesInputOf({ measure: "WAITING", laneId: "l" }, report)).toEqual({
    measure: "WAITING",
    laneId: "l",
    scope: report.scope,
    period: report.period,
  });
});

test("or of one SOP of it, or of one step of the period", () => {
  const period = { from: "2026-11-02", to: "2026-11-08" };
  const input = casesInputOf({ measure: "FINISHED", sopId: "s", stepKey: "a1", period }, report);
  expect(input).toEqual({
    measure: "FINISHED",
    stepKey: "a1",
    scope: { officeId: "o", versionIds: ["v"], sopIds: ["s"] },
    period,
  });
});

test("a number is known by what it is, however that is written", () => {
  const one = figureKey({ measure: "LATE", laneId: "l", stepKey: "a" });
  expect(figureKey({ stepKey: "a", laneId: "l", measure: "LATE" })).toBe(one);
  expect(figureKey({ measure: "LATE", laneId: "l" })).not.toBe(one);
});
