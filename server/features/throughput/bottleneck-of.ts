import type { Locale } from "../../kernel/context.js";
import { type BottleneckFacts, bottleneckSentence } from "./bottleneck-words.js";
import type { OpenStay } from "./ledger-reading.js";
import type { ThroughputStep } from "./course-types.js";
import type { LaneFigures } from "./lane-types.js";
import { Bottleneck } from "./report-types.js";
import type { TimeFigures } from "./time-figures.js";

const kinds = ["queue", "work", "rework", "requester", "childSop", "held"] as const;

/** The lane with the largest part of the working time, and why; `null` where none passed. */
export function bottleneckOf(
  lanes: readonly LaneFigures[],
  course: readonly ThroughputStep[],
  it: {
    readonly open: ReadonlyMap<string, readonly OpenStay[]>;
    readonly asOf: number;
    readonly locale: Locale;
  },
): Bottleneck | null {
  const largest = largestOf(lanes, ({ working }) => working.total);
  if (!largest?.share) return null;
  const { lane, share, working } = largest;
  const open = it.open.get(lane.id) ?? [];
  // What is held has its deadline moved once it goes on, and is not among what is stuck there either.
  const overdue = open.filter(
    ({ state, dueAt }) => state !== "HELD" && dueAt !== null && dueAt < it.asOf,
  ).length;
  const mostly = mostlyOf(working);
  const facts: BottleneckFacts = {
    ...{ lane: lane.name, share, mostly, waiting: open.length, overdue },
    mostlyShare: working[mostly] / working.total,
  };
  return Object.assign(new Bottleneck(), {
    ...{ lane, share, overdue, waiting: open.length },
    since: sinceOf(lane.id, course),
    sentence: bottleneckSentence(facts, it.locale),
  });
}

const mostlyOf = (working: TimeFigures): BottleneckFacts["mostly"] =>
  largestOf(kinds, (kind) => working[kind])!;

/** The first day of the last run of steps in which it had the most; where no time passed says nothing. */
function sinceOf(laneId: string, course: readonly ThroughputStep[]): number {
  let since = course.at(-1)!.from;
  for (const step of course.toReversed()) {
    const largest = largestOf(step.lanes, ({ working }) => working);
    if (!largest?.working) continue;
    if (largest.laneId !== laneId) break;
    since = step.from;
  }
  return since;
}

function largestOf<T>(items: readonly T[], sizeOf: (item: T) => number): T | undefined {
  let largest: T | undefined;
  for (const item of items) {
    if (largest === undefined || sizeOf(item) > sizeOf(largest)) largest = item;
  }
  return largest;
}
