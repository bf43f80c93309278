import { describe, expect, it } from "vitest";
import { tellCase, type StoryNames } from "./case-story.js";

const names: StoryNames = {
  node: (key) => `step ${key}`,
  lane: (key) => `lane ${key}`,
  outcome: (key) => (key === "e1" ? "Ya" : null),
  output: (key) => `paper ${key}`,
  person: (id) => `person ${id}`,
};

const entry = (seq: number, events: readonly object[]) => ({
  seq,
  at: "2026-01-01T00:00:00.000Z",
  actorName: "Sari",
  events,
});

describe("tellCase", () => {
  it("names the step and lane of a task by its visit, also in later entries", () => {
    const story = tellCase(
      [
        entry(1, [
          { type: "CASE_STARTED" },
          { type: "VISIT_OPENED", visit: 1, node: "a", causes: [] },
          { type: "TASK_OPENED", task: 1, visit: 1, lane: "l", label: null },
        ]),
        entry(2, [
          { type: "TASK_CLAIMED", task: 1, by: 1 },
          {
            type: "TASK_DONE",
            task: 1,
            by: 1,
            outcome: "e1",
            given: [{ output: "o", reference: "12/2026" }],
            comment: "beres",
          },
        ]),
      ],
      names,
    );
    expect(story.map(({ lines }) => lines.map((one) => one.key))).toEqual([
      ["story.CASE_STARTED", "story.TASK_OPENED"],
      ["story.TASK_DECIDED"],
    ]);
    const [decided] = story[1]?.lines ?? [];
    expect(decided?.params).toEqual({
      actor: "Sari",
      outcome: "Ya",
      node: "step a",
      lane: "lane l",
    });
    expect(decided?.quote).toBe("paper o: 12/2026\nberes");
  });

  it("keeps silent about tokens and events that it does not know", () => {
    const story = tellCase(
      [entry(1, [{ type: "TOKEN_PLACED", edge: "e", causes: [] }, { type: "NEWER" }])],
      names,
    );
    expect(story).toEqual([]);
  });
});
