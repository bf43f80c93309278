import { describe, expect, it } from "vitest";
import { markKey, stepMarks } from "./step-marks.js";

const task = (node: string, status: string) => ({
  status,
  node: { key: node },
  lane: { key: "l" },
});

describe("stepMarks", () => {
  it("lets an open visit of a loop win over its finished ones", () => {
    const marks = stepMarks([task("a", "DONE"), task("b", "DONE"), task("a", "OPEN")], null);
    expect(marks.get(markKey("a", "l"))).toBe("open");
    expect(marks.get(markKey("b", "l"))).toBe("done");
  });

  it("tells apart what waits and what somebody has", () => {
    const marks = stepMarks([task("a", "OPEN"), task("b", "CLAIMED")], null);
    expect([...marks.values()]).toEqual(["open", "claimed"]);
  });

  it("marks where the reader stands and leaves withdrawn tasks unmarked", () => {
    const marks = stepMarks([task("a", "OPEN"), task("b", "WITHDRAWN")], { node: "a", lane: "l" });
    expect(marks.get(markKey("a", "l"))).toBe("here");
    expect(marks.has(markKey("b", "l"))).toBe(false);
  });
});
