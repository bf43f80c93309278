import { expect, it } from "vitest";
import { storyLine } from "./story-line.js";
import { timelineDays } from "./timeline-days.js";

const story = [
  { seq: 1, at: "2026-11-29T20:00:00.000Z", lines: [storyLine("CASE_STARTED", {})] },
  {
    seq: 2,
    at: "2026-11-30T01:00:00.000Z",
    lines: [storyLine("TASK_DECIDED", {}), storyLine("TASK_OPENED", {})],
  },
  { seq: 3, at: "2026-12-01T01:00:00.000Z", lines: [storyLine("COMMENT_ADDED", {})] },
];
/** The first one is already the 30th in Jakarta. */
const dayOf = (at: string): string =>
  new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
const told = (options: Partial<Parameters<typeof timelineDays>[1]>) =>
  timelineDays(story, { filter: "all", newestFirst: true, dayOf, ...options }).map(
    ({ day, entries }) => [day, entries.map(({ seq, lines }) => [seq, lines.length])],
  );

it("groups by the days of the office, newest or oldest first", () => {
  expect(told({})).toEqual([
    ["2026-12-01", [[3, 1]]],
    [
      "2026-11-30",
      [
        [2, 2],
        [1, 1],
      ],
    ],
  ]);
  expect(told({ newestFirst: false }).map(([day]) => day)).toEqual(["2026-11-30", "2026-12-01"]);
});

it("shows only comments, or only decisions, and no day without any", () => {
  expect(told({ filter: "comments" })).toEqual([["2026-12-01", [[3, 1]]]]);
  expect(told({ filter: "decisions" })).toEqual([["2026-11-30", [[2, 1]]]]);
});
