import type { LogEvent, LogEventType } from "./case-log.js";
import { listedFiles, type StoryDetail, storyLine, type StoryLine } from "./story-line.js";

/** How the log's keys and ids read. */
export interface StoryNames {
  /** `round`: which of the case's stays at the step is meant, from 1. */
  node(key: string, round: number): string;
  lane(key: string): string;
  outcome(edge: string): string | null;
  output(key: string): string;
  person(id: string): string | null;
  /** A moment in epoch milliseconds, by the clocks of the office. */
  moment(at: number): string;
  /** Whether the step runs another SOP. */
  isCall(node: string): boolean;
}

/** Where something happened: a stay at a step; the lane only where one task is meant. */
export interface StoryPlace {
  readonly node: string;
  readonly lane: string;
}

export interface Telling {
  readonly actor: string;
  /** Who had the task before; `null`: somebody whose name is unknown, `undefined`: nobody. */
  readonly holder: string | null | undefined;
  /** Whether that was the actor. */
  readonly isActors: boolean;
  readonly place: StoryPlace;
  /** The stay that the case went back to. */
  readonly target: StoryPlace;
  /** Where another task of the case is. */
  readonly placeOf: (task: number) => StoryPlace;
  readonly names: StoryNames;
}

type Tell<Type extends LogEventType> = (
  event: LogEvent<Type>,
  telling: Telling,
) => StoryLine | null;

const silent = (): null => null;

/**
 * One sentence for each event. Tokens and visits are the engine's business and stay silent; what
 * they lead to (a task that waits) is told.
 */
const sentences: { [Type in LogEventType]: Tell<Type> } = {
  CASE_STARTED: (event, { actor }) =>
    event.request.parent === undefined
      ? storyLine("CASE_STARTED", { actor })
      : storyLine("CASE_STARTED_BY_PARENT", {}, { caseId: String(event.request.parent.instance) }),
  VISIT_OPENED: silent,
  VISIT_DONE: silent,
  VISIT_UNDONE: silent,
  TOKEN_PLACED: silent,
  TOKEN_TAKEN: silent,
  TASK_OPENED: (_, { place }) => storyLine("TASK_OPENED", { ...place }),
  TASK_CLAIMED: (_, { actor, place }) => storyLine("TASK_CLAIMED", { actor, ...place }),
  // Somebody else gives it back when whoever had it can work no longer, or too late.
  TASK_RELEASED: (_, { actor, isActors, holder, place }) => {
    if (isActors || holder === undefined) return storyLine("TASK_RELEASED", { actor, ...place });
    return holder === null
      ? storyLine("TASK_PUT_BACK", { actor, ...place })
      : storyLine("TASK_GIVEN_BACK", { actor, holder, ...place });
  },
  TASK_DELEGATED: (event, { actor, place, names }) => {
    const to = names.person(event.to);
    return to === null
      ? storyLine("TASK_HANDED_OVER", { actor, ...place })
      : storyLine("TASK_DELEGATED", { actor, to, ...place });
  },
  TASK_DONE: (event, { actor, place, names }) => {
    const outcome = event.outcome === null ? null : names.outcome(event.outcome);
    const files = listedFiles(event.files);
    const more = { details: detailsOf(event, names), quote: event.comment, files };
    return outcome === null
      ? storyLine("TASK_DONE", { actor, ...place }, more)
      : storyLine("TASK_DECIDED", { actor, outcome, ...place }, more);
  },
  TASK_WITHDRAWN: (_, { place }) => storyLine("TASK_WITHDRAWN", { ...place }),
  CASE_RETURNED: (event, { actor, place, target }) =>
    storyLine(
      "CASE_RETURNED",
      { actor, from: place.node, node: target.node },
      { quote: event.reason },
    ),
  CASE_RECALLED: (_, { actor, place }) => storyLine("CASE_RECALLED", { actor, ...place }),
  COMMENT_ADDED: (event, { actor }) =>
    storyLine("COMMENT_ADDED", { actor }, { quote: event.text, files: listedFiles(event.files) }),
  DEADLINES_MOVED: ({ moved }, { placeOf, names }) => {
    const items = moved.map(({ task, from, to }) => ({
      text: `${placeOf(task).node}: ${names.moment(from)} → ${names.moment(to)}`,
      files: [],
    }));
    return storyLine("DEADLINES_MOVED", {}, { details: [{ kind: "moved", items }] });
  },
  CHILD_STARTED: (event, { place }) =>
    storyLine("CHILD_STARTED", { ...place }, { caseId: event.instance }),
  CHILD_COMPLETED: (event, { place }) =>
    storyLine("CHILD_COMPLETED", { ...place }, { caseId: event.instance }),
  CHILD_CANCELLED: (event, { place }) =>
    storyLine("CHILD_CANCELLED", { ...place }, { caseId: event.instance }),
  CASE_COMPLETED: () => storyLine("CASE_COMPLETED", {}),
  CASE_HELD: (event, { actor }) =>
    event.byParent === true
      ? storyLine("CASE_HELD_BY_PARENT", {}, { quote: event.reason })
      : storyLine("CASE_HELD", { actor }, { quote: event.reason }),
  CASE_RESUMED: (_, { actor }) => storyLine("CASE_RESUMED", { actor }),
  CASE_CANCELLED: (event, { actor }) =>
    storyLine("CASE_CANCELLED", { actor }, { quote: event.reason }),
};

export function tellEvent(event: LogEvent, telling: Telling): StoryLine | null {
  return (sentences[event.type] as Tell<LogEventType>)(event as never, telling);
}

export function detailsOf(
  {
    given,
    brought = [],
    broughtFiles = [],
    missing = [],
  }: Pick<LogEvent<"TASK_DONE">, "given" | "brought" | "broughtFiles" | "missing">,
  names: StoryNames,
): readonly StoryDetail[] {
  const details: readonly StoryDetail[] = [
    {
      kind: "given",
      items: given.map(({ output, reference, files }) => ({
        text: reference === "" ? names.output(output) : `${names.output(output)}: ${reference}`,
        files: listedFiles(files),
      })),
    },
    {
      kind: "brought",
      items: brought.map((text) => ({
        text,
        files: listedFiles(broughtFiles.find((one) => one.requirement === text)?.files),
      })),
    },
    {
      kind: "missing",
      items: missing.map((output) => ({ text: names.output(output), files: [] })),
    },
  ];
  return details.filter(({ items }) => items.length > 0);
}
