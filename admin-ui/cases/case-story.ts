import type { CaseEvent } from "../../domain/index.js";

/** One sentence of a case's story: which text, and what fills it. */
export interface StoryLine {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  /** Free words that people wrote. */
  readonly quote: string | null;
}

export interface StoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly lines: readonly StoryLine[];
}

export interface HistoryLike {
  readonly seq: number;
  readonly at: string;
  readonly actorName: string;
  /** "Plh. Kepala Bidang", where they were acting. */
  readonly actingAs: string | null;
  readonly events: unknown;
}

/** How the log's keys read on the form of the case's version. */
export interface StoryNames {
  node(key: string): string;
  lane(key: string): string;
  outcome(edge: string): string | null;
  output(key: string): string;
  /** Who has the task now, or did it. */
  assignee(task: number): string | null;
}

/**
 * Tells the log in sentences. Tokens and visits are the engine's business and stay silent; what
 * they lead to (a task that waits) is told.
 *
 * The log names people by their ids. Whoever took or did something is known from that entry's actor;
 * somebody who has only been given a task, by having it still.
 */
export function tellCase(history: readonly HistoryLike[], names: StoryNames): StoryEntry[] {
  const nodeOfVisit = new Map<number, string>();
  const placeOfTask = new Map<number, { node: string; lane: string }>();
  const people = peopleOf(history, names);
  return history
    .map((entry) => {
      const events = eventsOf(entry);
      const finished = new Set(
        events.flatMap((event) => (event.type === "TASK_DONE" ? [event.task] : [])),
      );
      const goesBack = events.some(
        ({ type }) => type === "CASE_RETURNED" || type === "CASE_RECALLED",
      );
      const lines = events.flatMap((event) => {
        // Completing an unclaimed task claims it; that it was claimed is no news then.
        if (event.type === "TASK_CLAIMED" && finished.has(event.task)) return [];
        // That it was sent back says what became of the tasks in between.
        if (event.type === "TASK_WITHDRAWN" && goesBack) return [];
        if (event.type === "VISIT_OPENED") nodeOfVisit.set(event.visit, event.node);
        if (event.type === "TASK_OPENED") {
          const node = nodeOfVisit.get(event.visit) ?? "";
          placeOfTask.set(event.task, { node, lane: event.lane });
        }
        const place = placeOf(event, nodeOfVisit, placeOfTask);
        const line = tell(event, actorOf(entry), place, names, people);
        return line === null ? [] : [line];
      });
      return { seq: entry.seq, at: entry.at, lines };
    })
    .filter((entry) => entry.lines.length > 0);
}

const actorOf = ({ actorName, actingAs }: HistoryLike): string =>
  actingAs === null ? actorName : `${actorName} (${actingAs})`;

type EventType = CaseEvent["type"];

/** The domain's events with people by their ids, as the API gives them. */
type ToldEvent<Type extends EventType = EventType> = Type extends EventType
  ? WithIds<Extract<CaseEvent, { type: Type }>>
  : never;
type WithIds<Event> = {
  [Key in keyof Event]: Key extends "by" | "to" ? Exclude<Event[Key], number> | string : Event[Key];
};

function eventsOf({ events }: HistoryLike): readonly ToldEvent[] {
  return Array.isArray(events) ? (events as readonly ToldEvent[]) : [];
}

type People = ReadonlyMap<string, string>;

function peopleOf(history: readonly HistoryLike[], names: StoryNames): People {
  const people = new Map<string, string>();
  const lastGivenTo = new Map<number, string>();
  for (const entry of history) {
    for (const event of eventsOf(entry)) {
      if (event.type === "TASK_DELEGATED") lastGivenTo.set(event.task, event.to);
      if (event.type === "TASK_RELEASED") lastGivenTo.delete(event.task);
      if (event.type !== "TASK_CLAIMED" && event.type !== "TASK_DONE") continue;
      if (event.by !== null) people.set(event.by, entry.actorName);
    }
  }
  for (const [task, person] of lastGivenTo) {
    const name = names.assignee(task);
    if (name !== null && !people.has(person)) people.set(person, name);
  }
  return people;
}

type Tell<Type extends EventType> = (
  event: ToldEvent<Type>,
  actor: string,
  place: { node: string; lane: string },
  names: StoryNames,
  people: People,
) => StoryLine | null;

const silent = (): null => null;

const sentences: { [Type in EventType]: Tell<Type> } = {
  CASE_STARTED: (_, actor) => line("CASE_STARTED", { actor }),
  VISIT_OPENED: silent,
  VISIT_DONE: silent,
  TASK_OPENED: (_, _actor, place) => line("TASK_OPENED", place),
  TASK_CLAIMED: (_, actor, place) => line("TASK_CLAIMED", { actor, ...place }),
  TASK_RELEASED: (_, actor, place) => line("TASK_RELEASED", { actor, ...place }),
  TASK_DELEGATED: (event, actor, place, _names, people) => {
    const to = people.get(event.to);
    return to === undefined
      ? line("TASK_HANDED_OVER", { actor, ...place })
      : line("TASK_DELEGATED", { actor, to, ...place });
  },
  TASK_DONE: (event, actor, place, names) => {
    const outcome = event.outcome === null ? null : names.outcome(event.outcome);
    const given = event.given.map((one) => `${names.output(one.output)}: ${one.reference}`);
    const quote = [...given, ...(event.comment === null ? [] : [event.comment])].join("\n");
    return outcome === null
      ? line("TASK_DONE", { actor, ...place }, quote)
      : line("TASK_DECIDED", { actor, outcome, ...place }, quote);
  },
  TASK_WITHDRAWN: (_, _actor, place) => line("TASK_WITHDRAWN", place),
  TOKEN_PLACED: silent,
  TOKEN_TAKEN: silent,
  VISIT_UNDONE: silent,
  CASE_RETURNED: (event, actor, place) => line("CASE_RETURNED", { actor, ...place }, event.reason),
  CASE_RECALLED: (_, actor, place) => line("CASE_RECALLED", { actor, ...place }),
  COMMENT_ADDED: (event, actor) => line("COMMENT_ADDED", { actor }, event.text),
  CHILD_STARTED: (_, _actor, place) => line("CHILD_STARTED", place),
  CHILD_COMPLETED: (_, _actor, place) => line("CHILD_COMPLETED", place),
  CHILD_CANCELLED: (_, _actor, place) => line("CHILD_CANCELLED", place),
  CASE_COMPLETED: () => line("CASE_COMPLETED", {}),
  CASE_HELD: (event, actor) => line("CASE_HELD", { actor }, event.reason),
  CASE_RESUMED: (_, actor) => line("CASE_RESUMED", { actor }),
  CASE_CANCELLED: (event, actor) => line("CASE_CANCELLED", { actor }, event.reason),
};

/** Where something happened, by the keys of the form; the lane only where one task is meant. */
interface Place {
  readonly node: string;
  readonly lane?: string;
}

function placeOf(
  event: ToldEvent,
  nodeOfVisit: ReadonlyMap<number, string>,
  placeOfTask: ReadonlyMap<number, Place>,
): Place | undefined {
  if (event.type.startsWith("TASK_"))
    return "task" in event ? placeOfTask.get(event.task) : undefined;
  return "visit" in event ? { node: nodeOfVisit.get(event.visit) ?? "" } : undefined;
}

function tell(
  event: ToldEvent,
  actor: string,
  place: Place | undefined,
  names: StoryNames,
  people: People,
): StoryLine | null {
  const words = {
    node: place === undefined ? "" : names.node(place.node),
    lane: place?.lane === undefined ? "" : names.lane(place.lane),
  };
  // An event of a newer server than this page is left out, not shown as a riddle.
  const sentence = Object.hasOwn(sentences, event.type) ? sentences[event.type] : silent;
  return (sentence as Tell<EventType>)(event as never, actor, words, names, people);
}

function line(key: string, params: Readonly<Record<string, string>>, quote = ""): StoryLine {
  return { key: `story.${key}`, params, quote: quote === "" ? null : quote };
}
