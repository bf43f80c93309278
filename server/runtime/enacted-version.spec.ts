import { describe, expect, test } from "vitest";
import { compilePlan, emptyDocument } from "../../domain/index.js";
import { type EnactedVersion, positionOfLane } from "./enacted-version.js";

const { graph } = emptyDocument;
const version: EnactedVersion = {
  versionId: 1,
  sopId: 1,
  officeId: 1,
  graph,
  plan: {
    ...compilePlan(graph),
    bindings: new Map([
      ["head", { type: "POSITION", position: "head" }],
      ["gone", { type: "POSITION", position: "gone" }],
      ["asker", { type: "REQUESTER" }],
      ["unbound", null],
    ]),
  },
  positionIds: new Map([["head", 7]]),
};

describe("the position of a lane", () => {
  test("is the one that it is bound to, and none for the requester's", () => {
    expect(positionOfLane(version, "head")).toBe(7);
    expect(positionOfLane(version, "asker")).toBeNull();
  });

  test.each(["gone", "unbound", "nowhere"])("is never taken for the requester's: %s", (lane) => {
    expect(() => positionOfLane(version, lane)).toThrow("nobody works the lane");
  });
});
