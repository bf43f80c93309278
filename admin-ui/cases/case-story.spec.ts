import { describe, expect, it } from "vitest";
import { tellCase, type StoryNames } from "./case-story.js";

const names: StoryNames = {
  node: (key) => `step ${key}`,
  lane: (key) => `lane ${key}`,
  outcome: (key) => (key === "e1" ? "Ya" : null),
  output: (key) => `paper ${key}`,
  assignee: (task) => (task === 1 ? "Wati" : null),
};

const entry = (seq: number, events: readonly object[]) => ({
  seq,
  at: "2026-01-01T00:00:00.000Z",
  actorName: "Sari",
  actingAs: null as string | null,
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
          { type: "TASK_CLAIMED", task: 1, by: "sari" },
          {
            type: "TASK_DONE",
            task: 1,
            by: "sari",
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

  it("tells as Plt. or Plh. of what somebody did it", () => {
    const claim = entry(1, [{ type: "TASK_CLAIMED", task: 1, by: "sari" }]);
    const [told] = tellCase([{ ...claim, actingAs: "Plh. Kepala Bidang" }], names);
    expect(told?.lines[0]?.params["actor"]).toBe("Sari (Plh. Kepala Bidang)");
  });

  it("names whom a task was given to, as far as the log or the task tells", () => {
    const given = (seq: number, task: number, to: string) =>
      entry(seq, [{ type: "TASK_DELEGATED", task, to }]);
    const done = {
      type: "TASK_DONE",
      task: 2,
      by: "joko",
      outcome: null,
      given: [],
      comment: null,
    };
    const story = tellCase(
      [
        given(1, 1, "wati"),
        given(2, 2, "joko"),
        { ...entry(3, [done]), actorName: "Joko" },
        given(4, 3, "agus"),
      ],
      names,
    );
    expect(story.map(({ lines }) => [lines[0]?.key, lines[0]?.params["to"]])).toEqual([
      ["story.TASK_DELEGATED", "Wati"],
      ["story.TASK_DELEGATED", "Joko"],
      ["story.TASK_DONE", undefined],
      ["story.TASK_HANDED_OVER", undefined],
    ]);
  });

  it("keeps silent about tokens and events that it does not know", () => {
    const story = tellCase(
      [entry(1, [{ type: "TOKEN_PLACED", edge: "e", causes: [] }, { type: "NEWER" }])],
      names,
    );
    expect(story).toEqual([]);
  });
});
