import { describe, expect, it } from "vitest";
import { strongComponents } from "./strong-components.js";

const groups = (arrows: Readonly<Record<string, string>>) =>
  strongComponents(Object.keys(arrows), (node) => [...arrows[node]!])
    .map((group) => group.toSorted().join(""))
    .toSorted();

describe("strongComponents", () => {
  it("groups what goes round", () => {
    expect(groups({ a: "b", b: "c", c: "ad", d: "e", e: "fd", f: "" })).toEqual(["abc", "de", "f"]);
  });

  it("keeps apart what only leads on, and what only leads to itself", () => {
    expect(groups({ a: "bc", b: "d", c: "d", d: "d" })).toEqual(["a", "b", "c", "d"]);
  });

  it("goes through long ways", () => {
    const nodes = Array.from({ length: 50_000 }, (_, at) => at);
    const round = strongComponents(nodes, (node) => [(node + 1) % nodes.length]);
    expect(round.map((group) => group.length)).toEqual([nodes.length]);
    expect(strongComponents(nodes, (node) => nodes.slice(node + 1, node + 2))).toHaveLength(50_000);
  });
});
