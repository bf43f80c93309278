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
  readonly events: unknown;
}

/** How the log's keys read on the form of the case's version. */
export interface StoryNames {
  node(key: string): string;
  lane(key: string): string;
  outcome(edge: string): string | null;
  output(key: string): string;
  person(id: string): string;
}

/**
 * Tells the log in sentences. Tokens and visits are the engine's business and stay silent; what
 * they lead to (a task that waits) is told.
 */
export function tellCase(history: readonly HistoryLike[], names: StoryNames): StoryEntry[] {
  const nodeOfVisit = new Map<number, string>();
  const placeOfTask = new Map<number, { node: string; lane: string }>();
  return history
    .map((entry) => {
      const events = Array.isArray(entry.events) ? (entry.events as readonly CaseEvent[]) : [];
      const finished = new Set(
        events.flatMap((event) => (event.type === "TASK_DONE" ? [event.task] : [])),
      );
      const lines = events.flatMap((event) => {
        // Completing an unclaimed task claims it; that it was claimed is no news then.
        if (event.type === "TASK_CLAIMED" && finished.has(event.task)) return [];
        if (event.type === "VISIT_OPENED") nodeOfVisit.set(event.visit, event.node);
        if (event.type === "TASK_OPENED") {
          const node = nodeOfVisit.get(event.visit) ?? "";
          placeOfTask.set(event.task, { node, lane: event.lane });
        }
        const line = tell(event, entry.actorName, placeOfTask, names);
        return line === null ? [] : [line];
      });
      return { seq: entry.seq, at: entry.at, lines };
    })
    .filter((entry) => entry.lines.length > 0);
}

type Tell<Type extends CaseEvent["type"]> = (
  event: Extract<CaseEvent, { type: Type }>,
  actor: string,
  place: { node: string; lane: string },
  names: StoryNames,
) => StoryLine | null;

const silent = (): null => null;

const sentences: { [Type in CaseEvent["type"]]: Tell<Type> } = {
  CASE_STARTED: (_, actor) => line("CASE_STARTED", { actor }),
  VISIT_OPENED: silent,
  VISIT_DONE: silent,
  TASK_OPENED: (_, _actor, place) => line("TASK_OPENED", place),
  TASK_CLAIMED: (_, actor, place) => line("TASK_CLAIMED", { actor, ...place }),
  TASK_RELEASED: (_, actor, place) => line("TASK_RELEASED", { actor, ...place }),
  TASK_DELEGATED: (event, actor, place, names) =>
    line("TASK_DELEGATED", { actor, to: names.person(String(event.to)), ...place }),
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
  CASE_COMPLETED: () => line("CASE_COMPLETED", {}),
  CASE_HELD: (event, actor) => line("CASE_HELD", { actor }, event.reason),
  CASE_RESUMED: (_, actor) => line("CASE_RESUMED", { actor }),
  CASE_CANCELLED: (event, actor) => line("CASE_CANCELLED", { actor }, event.reason),
};

function tell(
  event: CaseEvent,
  actor: string,
  placeOfTask: ReadonlyMap<number, { node: string; lane: string }>,
  names: StoryNames,
): StoryLine | null {
  const place = "task" in event ? placeOfTask.get(event.task) : undefined;
  const words = {
    node: place === undefined ? "" : names.node(place.node),
    lane: place === undefined ? "" : names.lane(place.lane),
  };
  // An event of a newer server than this page is left out, not shown as a riddle.
  const sentence = Object.hasOwn(sentences, event.type) ? sentences[event.type] : silent;
  return (sentence as Tell<CaseEvent["type"]>)(event as never, actor, words, names);
}

function line(key: string, params: Readonly<Record<string, string>>, quote = ""): StoryLine {
  return { key: `story.${key}`, params, quote: quote === "" ? null : quote };
}
