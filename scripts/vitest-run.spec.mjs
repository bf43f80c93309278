import { describe, expect, it } from "vitest";
import { countReport } from "./vitest-run.mjs";

const report = (parts) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...parts,
});

describe("counting a vitest report", () => {
  it("counts tests", () => {
    const counts = countReport(report({ numPassedTests: 3, numFailedTests: 1 }), 1);
    expect(counts).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it("counts a file that could not be loaded", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    const counts = countReport(report({ numPassedTests: 3, testResults }), 1);
    expect(counts).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it("counts a failed test once, not its file as well", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    const counts = countReport(report({ numFailedTests: 1, testResults }), 1);
    expect(counts.failed).toBe(1);
  });

  it("takes no report, no tests, or an error outside of a test for a failure", () => {
    expect(countReport(null, 137).failed).toBe(1);
    expect(countReport(report({}), 0).failed).toBe(1);
    expect(countReport(report({ numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});
