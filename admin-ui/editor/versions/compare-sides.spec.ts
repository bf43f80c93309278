import { describe, expect, it } from "vitest";
import { compareLink, defaultSides, readSide, sideParam } from "./compare-sides.js";

const version = (id: string, number: number) => ({
  id,
  version: number,
  status: "IN_FORCE" as const,
  enactedAt: null,
});
const versions = [version("a", 1), version("b", 2), version("c", 3)];

describe("the sides of a comparison", () => {
  it("are read from where they are written", () => {
    for (const side of [
      { versionId: "U29w", revision: null },
      { versionId: "U29w", revision: 12 },
    ]) {
      expect(readSide(sideParam(side))).toEqual(side);
    }
    expect(readSide(null)).toBeNull();
    expect(readSide("a~x")).toEqual({ versionId: "a", revision: null });
    expect(compareLink("S=", null, { versionId: "a=", revision: 2 })).toBe(
      "/sop/S%3D/bandingkan?ke=a%3D%7E2",
    );
  });

  it("are the one in force and the draft, unless told", () => {
    const inForce = { id: "a" };
    const draft = { id: "c", status: "DRAFT" as const };
    expect(defaultSides({ versions, inForce, draft })).toEqual({ from: "a", to: "c" });
    expect(defaultSides({ versions, inForce: { id: "c" }, draft: null })).toEqual({
      from: "b",
      to: "c",
    });
    expect(defaultSides({ versions: versions.slice(0, 1), inForce, draft: null })).toEqual({
      from: "a",
      to: "a",
    });
  });
});
