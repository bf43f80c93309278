import { describe, expect, it } from "vitest";
import { brokenEngines } from "./broken-engines.js";
import { replayWalk } from "./walk.js";
import { walkFixtures } from "./walk-fixtures.js";

const fixtures = walkFixtures();

describe("walks that were kept", () => {
  it.each(fixtures)("find no fault: $name", (fixture) => {
    const { steps, fault } = replayWalk(fixture);
    // A command that names what is no longer there would be left out, and the rest show nothing.
    expect({ steps, fault }).toEqual({ steps: fixture.commands.length, fault: null });
  });

  it.each(Object.entries(brokenEngines))("find out an engine that %s", (name, engine) => {
    const own = fixtures.filter(({ findsOut }) => findsOut === name);
    expect(own).not.toEqual([]);
    for (const fixture of own) expect(replayWalk(fixture, engine).fault).toMatch(/^WalkFault: ./);
  });
});
