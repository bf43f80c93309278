import { expect, it } from "vitest";
import { problemId, type Cure, type Problem, type RuleName } from "../../../domain/index.js";
import { KnownCures } from "./known-cures.js";

const problem = (rule: RuleName, node: string): Problem => ({
  rule,
  level: "WARNING",
  nodeKeys: [node],
  edgeKeys: [],
  laneKeys: [],
  params: {},
  run: null,
});
const [first, second] = [problem("step-subject", "a"), problem("step-subject", "b")];
const cure: Cure = { name: "drop-subject", params: { subject: "Kadin" }, edits: [] };

it("tells what has no cure from what is not known yet", () => {
  expect(new KnownCures().of(first)).toBeUndefined();
  const known = new KnownCures([first, second], { [problemId(first)]: cure });
  expect(known.of(first)).toBe(cure);
  expect(known.of(second)).toBeNull();
  expect(known.of(problem("step-subject", "c"))).toBeUndefined();
});

it("knows at once that what only a person can say has no cure", () => {
  expect(new KnownCures().of(problem("standard-time", "a"))).toBeNull();
  expect(new KnownCures().of(problem("connector-cycle", "a"))).toBeNull();
});

it("takes it for none where nothing could be found out, and keeps what it knew", () => {
  const known = new KnownCures([first], { [problemId(first)]: cure }).without([first, second]);
  expect(known.of(first)).toBe(cure);
  expect(known.of(second)).toBeNull();
});
