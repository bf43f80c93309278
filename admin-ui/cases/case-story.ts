import { eventsOf, type LogEntry, type LogEvent } from "./case-log.js";
import { storyLine, type StoryLine } from "./story-line.js";
import { type StoryNames, type StoryPlace, tellEvent } from "./story-sentences.js";

export interface StoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly lines: readonly StoryLine[];
}

/** An entry of the log, and as what its actor stood in. */
export interface ToldEntry extends LogEntry {
  /** "Plh. Kepala Bidang", where they were acting. */
  readonly actingAs: string | null;
}

/** Tells the log in sentences, oldest first; entries without news of their own are left out. */
export function tellCase(log: readonly ToldEntry[], names: StoryNames): StoryEntry[] {
  const places = placesOf(log, names);
  const answered = answerTimes(log);
  const holders = new Map<number, string | null>();
  return log
    .map((entry) => {
      const events = eventsOf(entry);
      const lines = events.flatMap((event): StoryLine[] => {
        const holder = "task" in event ? holders.get(event.task ?? 0) : undefined;
        noteHolder(holders, event, entry, names);
        if (isToldOtherwise(event, events)) return [];
        if (event.type === "VISIT_OPENED" && names.isCall(event.node)) {
          if (isAnsweredAtOnce(entry.at, answered.get(event.visit))) return [];
          return [storyLine("CHILD_WAITS", { ...places.visit(event.visit) })];
        }
        const target = places.visit("visit" in event ? event.visit : 0);
        const place =
          "task" in event && event.task !== undefined ? places.task(event.task) : target;
        const line = tellEvent(event, {
          actor: actorOf(entry),
          isActors: holder === entry.actorName,
          holder,
          place,
          target,
          placeOf: places.task,
          names,
        });
        return line === null ? [] : [line];
      });
      return { seq: entry.seq, at: entry.at, lines };
    })
    .filter((entry) => entry.lines.length > 0);
}

const actorOf = ({ actorName, actingAs }: ToldEntry): string =>
  actingAs === null ? actorName : `${actorName} (${actingAs})`;

/** Who has each task, by name; `null` where the log names them by an id that nobody knows. */
function noteHolder(
  holders: Map<number, string | null>,
  event: LogEvent,
  { actorName }: LogEntry,
  names: StoryNames,
): void {
  if (event.type === "TASK_CLAIMED") holders.set(event.task, actorName);
  if (event.type === "TASK_DELEGATED") holders.set(event.task, names.person(event.to));
  if (event.type === "TASK_RELEASED") holders.delete(event.task);
}

/** What another event of the same entry says already. */
function isToldOtherwise(event: LogEvent, events: readonly LogEvent[]): boolean {
  // Completing an unclaimed task claims it; that it was claimed is no news then.
  if (event.type === "TASK_CLAIMED") {
    return events.some((one) => one.type === "TASK_DONE" && one.task === event.task);
  }
  // That it was sent back, recalled or cancelled says what became of the tasks in between.
  return (
    event.type === "TASK_WITHDRAWN" &&
    events.some(({ type }) => /^CASE_(RETURNED|RECALLED|CANCELLED)$/.test(type))
  );
}

const nowhere: StoryPlace = { node: "", lane: "" };

/** The stay of each visit and task, in the words of the form. */
function placesOf(log: readonly LogEntry[], names: StoryNames) {
  const rounds = new Map<string, number>();
  const ofVisit = new Map<number, StoryPlace>();
  const ofTask = new Map<number, StoryPlace>();
  for (const event of log.flatMap(eventsOf)) {
    if (event.type === "VISIT_OPENED") {
      const round = (rounds.get(event.node) ?? 0) + 1;
      rounds.set(event.node, round);
      ofVisit.set(event.visit, { node: names.node(event.node, round), lane: "" });
    }
    if (event.type === "TASK_OPENED") {
      const { node } = ofVisit.get(event.visit) ?? nowhere;
      ofTask.set(event.task, { node, lane: names.lane(event.lane) });
    }
  }
  return {
    visit: (no: number): StoryPlace => ofVisit.get(no) ?? nowhere,
    task: (no: number): StoryPlace => ofTask.get(no) ?? nowhere,
  };
}

/** When the case of each connector's visit was started. */
function answerTimes(log: readonly LogEntry[]): ReadonlyMap<number, string> {
  const times = new Map<number, string>();
  for (const entry of log) {
    for (const event of eventsOf(entry)) {
      if (event.type === "CHILD_STARTED") times.set(event.visit, entry.at);
    }
  }
  return times;
}

/** The start of the called case is an entry of its own, written in the same unit of work. */
const sameUnitMs = 1_000;

function isAnsweredAtOnce(opened: string, started: string | undefined): boolean {
  return started !== undefined && Date.parse(started) - Date.parse(opened) <= sameUnitMs;
}
