import type { StoryEntry } from "./case-story.js";
import type { StoryKind } from "./story-line.js";

export const timelineFilters = ["all", "comments", "decisions"] as const;
export type TimelineFilter = (typeof timelineFilters)[number];

const decisions: ReadonlySet<StoryKind> = new Set([
  "TASK_DECIDED",
  "CASE_RETURNED",
  "CASE_RECALLED",
  "CASE_HELD",
  "CASE_HELD_BY_PARENT",
  "CASE_RESUMED",
  "CASE_CANCELLED",
]);

const shows: Readonly<Record<TimelineFilter, (kind: StoryKind) => boolean>> = {
  all: () => true,
  comments: (kind) => kind === "COMMENT_ADDED",
  decisions: (kind) => decisions.has(kind),
};

export interface TimelineDay {
  /** As it is written on the page. */
  readonly day: string;
  readonly entries: readonly StoryEntry[];
}

/** The story by days, `newestFirst` in the order of days and within each of them. */
export function timelineDays(
  story: readonly StoryEntry[],
  options: {
    readonly filter: TimelineFilter;
    readonly newestFirst: boolean;
    readonly dayOf: (at: string) => string;
  },
): readonly TimelineDay[] {
  const shown = story.flatMap((entry) => {
    const lines = entry.lines.filter(({ kind }) => shows[options.filter](kind));
    return lines.length === 0 ? [] : [{ ...entry, lines }];
  });
  if (options.newestFirst) shown.reverse();
  const days: { day: string; entries: StoryEntry[] }[] = [];
  for (const entry of shown) {
    const day = options.dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
