import { describe, expect, it } from "vitest";
import { brokenEngines } from "./broken-engines.js";
import { knownGraphs } from "./known-graphs.js";
import { shrinkWalk } from "./shrink-walk.js";
import { randomWalk, replayWalk, type WalkResult } from "./walk.js";
import type { Transition } from "./walk-run.js";

const known = knownGraphs();
const seeds = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => from + at);

describe("random walks through random sound SOPs", () => {
  const walks = seeds(1, 400).map((seed) => ({ seed, ...randomWalk(seed, known) }));

  it("find no fault", () => {
    expect(walks.flatMap(({ seed, fault }) => (fault === null ? [] : [{ seed, fault }]))).toEqual(
      [],
    );
  });

  it("come past all that can be done with a case, and past every refusal", () => {
    const answers = new Set(walks.flatMap((walk) => walk.answers));
    const types = new Set([...answers].map((answer) => answer.split(" ")[0]));
    for (const type of types) expect(answers).toContain(`${type} done`);
    expect(types.size).toBe(15);
    const refusals = new Set([...answers].map((answer) => answer.split(" ")[1]));
    expect([...refusals].toSorted()).toEqual([
      "ALREADY_CLAIMED",
      "HELD_BY_PARENT",
      "INSTANCE_CLOSED",
      "INSTANCE_HELD",
      "NOT_AN_ANCESTOR",
      "NOT_CLAIMED",
      "NOT_FOUND",
      "NOT_HELD",
      "NOT_YOUR_TASK",
      "OUTCOME_REQUIRED",
      "OUTPUT_REQUIRED",
      "OUTPUT_UNKNOWN",
      "REASON_REQUIRED",
      "RECALL_TOO_LATE",
      "REQUIREMENT_MISSING",
      "STEP_NOT_DONE",
      "TASK_CLOSED",
      "WRONG_OUTCOME",
      "done",
    ]);
  });

  it("go through the seeded procedures too", () => {
    const walked = walks.map(({ graph }) => graph);
    for (const graph of known) expect(walked.includes(graph)).toBe(true);
  });

  it("undo things after joins, beside other branches and in loops", () => {
    const answers = walks.flatMap((walk) => walk.answers);
    for (const type of ["RETURN", "RECALL"]) {
      for (const where of ["giving back to a join", "beside other work", "in a later round"]) {
        const found = answers.filter((one) => one.startsWith(type) && one.includes(where));
        expect({ type, where, found: found.length > 1 }).toEqual({ type, where, found: true });
      }
    }
  });

  it("are the same from the same seed, and again from their commands", () => {
    const walk = randomWalk(17, known);
    expect(randomWalk(17, known)).toEqual(walk);
    expect(replayWalk(JSON.parse(JSON.stringify(walk)) as WalkResult)).toEqual(walk);
  });
});

describe("a walk through an engine that is wrong", () => {
  const firstFault = (engine: Transition): WalkResult | undefined => {
    for (const seed of seeds(1, 400)) {
      const walk = randomWalk(seed, known, engine);
      if (walk.fault !== null) return walk;
    }
    return undefined;
  };

  it.each(Object.entries(brokenEngines))("is found out: it %s", (_, engine) => {
    expect(firstFault(engine)?.fault).toMatch(/^WalkFault: ./);
  });

  it("is told by fewer commands that show the same, and that show nothing in the engine itself", () => {
    const engine = brokenEngines["keeps at a join the token of what was undone"]!;
    const walk = firstFault(engine)!;
    const short = shrinkWalk(walk, engine);
    expect(short.fault).toMatch(/^WalkFault: ./);
    expect(short.steps).toBeLessThan(walk.steps);
    expect(replayWalk(short).fault).toBeNull();
  });
});
