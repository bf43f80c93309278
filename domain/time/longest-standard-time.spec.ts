import { describe, expect, it } from "vitest";
import { withRequester } from "../rules/rule-trial.js";
import { buildGraph } from "../sop/build-graph.js";
import type { StandardTime } from "../sop/graph.js";
import { longestStandardTime } from "./longest-standard-time.js";

const minutes = (value: number): { standardTime: StandardTime } => ({
  standardTime: { value, unit: "MINUTE" },
});

describe("longestStandardTime", () => {
  it("adds up the steps of the office, and not the requester's", () => {
    const graph = buildGraph(
      [
        ["start", "start", ["warga"], { work: true, ...minutes(500) }],
        ["a", "activity", ["loket"], minutes(15)],
        ["b", "activity", ["kabid"], { standardTime: { value: 2, unit: "WORKING_DAY" } }],
        ["c", "activity", ["kabid"], { standardTime: { value: 1, unit: "HOUR" } }],
        ["end", "end", ["loket"]],
      ],
      [
        ["start", "a"],
        ["a", "b"],
        ["b", "c"],
        ["c", "end"],
      ],
    );
    expect(longestStandardTime(withRequester(graph, "warga"), 450)).toEqual({
      minutes: 15 + 900 + 60,
      isPartial: false,
    });
  });
  it("takes the longest of branches and outcomes, and goes round no loop", () => {
    const graph = buildGraph(
      [
        ["start", "start", ["x"]],
        ["check", "decision", ["x"], minutes(10)],
        ["mend", "activity", ["x"], minutes(100)],
        ["f", "fork", []],
        ["left", "activity", ["x"], minutes(30)],
        ["right", "activity", ["y"], minutes(50)],
        ["j", "join", []],
        ["end", "end", ["x"]],
      ],
      [
        ["start", "check"],
        ["check", "mend", "Tidak"],
        ["mend", "check"],
        ["check", "f", "Ya"],
        ["f", "left"],
        ["f", "right"],
        ["left", "j"],
        ["right", "j"],
        ["j", "end"],
      ],
    );
    expect(longestStandardTime(graph, 450)).toEqual({ minutes: 110, isPartial: false });
  });
  it("says that a time is missing, and that none is known", () => {
    const rows = [
      ["start", "start", ["x"]],
      ["a", "activity", ["x"], minutes(10)],
      ["b", "activity", ["x"]],
      ["end", "end", ["x"]],
    ] as const;
    const edges = [
      ["start", "a"],
      ["a", "b"],
      ["b", "end"],
    ] as const;
    expect(longestStandardTime(buildGraph(rows, edges), 450)).toEqual({
      minutes: 10,
      isPartial: true,
    });
    const none = buildGraph([rows[0], rows[2], rows[3]], [["start", "b"], edges[2]]);
    expect(longestStandardTime(none, 450)).toBeNull();
  });
});
