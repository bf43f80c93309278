import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../domain/index.js";
import { selectNode } from "../selection.js";
import { focusedRow, focusPath, initials, readFocus } from "./focus-path.js";

const graph = buildGraph(
  [
    ["a", "start", ["l"]],
    ["b", "end", ["l"]],
  ],
  [["a", "b"]],
);

describe("focusPath", () => {
  it("is understood by the other windows", () => {
    expect(readFocus(focusPath("form", selectNode("a")))).toEqual({ type: "node", key: "a" });
    expect(readFocus(focusPath("form", { type: "lane", key: "l" }))).toEqual({
      type: "lane",
      key: "l",
    });
    expect(readFocus(focusPath("identity", selectNode("a")))).toEqual({ type: "identity" });
    expect(readFocus(focusPath("form", null))).toBeNull();
    expect(readFocus("something:new")).toBeNull();
  });

  it("stands on a row", () => {
    expect(focusedRow({ type: "edge", key: "a-b" }, graph)).toBe("a");
    expect(focusedRow({ type: "edge", key: "gone" }, graph)).toBeNull();
    expect(focusedRow({ type: "lane", key: "l" }, graph)).toBeNull();
  });
});

it.each([
  ["Budi Santoso", "BS"],
  ["Dr. Siti Nur Aini, M.Si", "SA"],
  ["Sekdin", "S"],
  ["admin", "A"],
])("initials of %s", (name, letters) => expect(initials(name)).toBe(letters));
