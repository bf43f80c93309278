import { expect, it } from "vitest";
import { buildGraph } from "../../../domain/index.js";
import { nextBranchTarget } from "./arrow-changes.js";

const rows = [
  ["start", "start", ["a"]],
  ["check", "activity", ["a"]],
  ["split", "fork", []],
  ["one", "activity", ["a"]],
  ["two", "activity", ["a"]],
  ["end", "end", ["a"]],
] as const;
const next = (...led: string[]) =>
  nextBranchTarget(
    buildGraph(
      rows,
      led.map((to) => ["split", to] as const),
    ),
    "split",
  );

it("leads one more branch on to the first step below that has none, and only then back", () => {
  expect(next()).toBe("one");
  expect(next("one")).toBe("two");
  expect(next("one", "two", "end")).toBe("check");
  expect(next("one", "two", "end", "check")).toBe("one");
});
