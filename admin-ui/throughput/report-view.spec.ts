import { describe, expect, it, test } from "vitest";
import {
  exportAddress,
  inputOf,
  isUsual,
  readView,
  type ReportView,
  stuckAddress,
  usualView,
  writeView,
} from "./report-view.js";

const today = "2026-11-30";
const read = (search: string): ReportView => readView(new URLSearchParams(search));

describe("the address", () => {
  it.each<Partial<ReportView>>([
    {},
    { officeId: "T2ZmaWNlOjI=", sopIds: ["a", "b"] },
    { sopIds: ["a"], versionIds: ["v1", "v2"], comparison: { versionId: "v0" } },
    { period: "last-year", bucket: "MONTH", comparison: "none" },
    { period: { from: "2026-01-05", to: "2026-02-01" }, comparison: "year" },
  ])("keeps %j", (part) => {
    const view = { ...usualView, ...part };
    expect(readView(writeView(view))).toEqual(view);
  });

  it("leaves out what is as usual", () => {
    expect(writeView(usualView).toString()).toBe("");
    expect(isUsual(usualView)).toBe(true);
    expect(isUsual({ ...usualView, bucket: "DAY" })).toBe(false);
  });

  it("takes nothing that is none of its words", () => {
    expect(read("period=always&bucket=YEAR&compare=nothing&from=2026-02-30&to=x")).toEqual(
      usualView,
    );
    expect(read("from=2026-02-01").period).toBe("last-30-days");
  });

  it("has versions only beside the one SOP whose they are", () => {
    expect(read("version=v1&compare=version:v0")).toEqual(usualView);
    expect(read("sop=a&sop=b&version=v1").versionIds).toEqual([]);
    expect(read("sop=a&version=v1").versionIds).toEqual(["v1"]);
  });
});

describe("what is asked for", () => {
  it("is all of the office, with the days before", () => {
    expect(inputOf(usualView, "o", today)).toEqual({
      scope: { officeId: "o" },
      period: { from: "2026-11-01", to: "2026-11-30" },
      comparedWith: { period: { from: "2026-10-02", to: "2026-10-31" } },
    });
  });

  it("is held against another version in the same days, or against nothing", () => {
    const view = read("sop=a&version=v2&compare=version:v1&bucket=DAY");
    expect(inputOf(view, "o", today)).toEqual({
      scope: { officeId: "o", sopIds: ["a"], versionIds: ["v2"] },
      period: { from: "2026-11-01", to: "2026-11-30" },
      bucket: "DAY",
      comparedWith: { versionIds: ["v1"] },
    });
    expect(inputOf(read("compare=none"), "o", today)).not.toHaveProperty("comparedWith");
  });
});

test("a file is had with the days that are on the screen, whatever they are called", () => {
  const input = inputOf(read("sop=a&sop=b&period=last-month&bucket=WEEK"), "of/fice=", today);
  expect(exportAddress("throughput.csv", input)).toBe(
    "/export/throughput.csv?office=of%2Ffice%3D&sop=a&sop=b&from=2026-10-01&to=2026-10-31&bucket=WEEK",
  );
  const versions = inputOf(read("sop=a&version=v2&compare=version:v1"), "o", today);
  expect(exportAddress("events.xes", versions)).toBe(
    "/export/events.xes?office=o&sop=a&version=v2&from=2026-11-01&to=2026-11-30",
  );
});

test("what is stuck is looked for where the report looks", () => {
  expect(stuckAddress(inputOf(read("sop=a"), "o", today), "p")).toBe(
    "/macet?perangkat=o&sop=a&pelaksana=p",
  );
  expect(stuckAddress(inputOf(read("sop=a&sop=b"), "o", today))).toBe("/macet?perangkat=o");
});
