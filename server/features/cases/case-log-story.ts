import type { CaseEvent, CaseEventType } from "../../../domain/index.js";
import type { FormView } from "../sops/sop-service.js";
import type { HistoryEntry } from "./case-types.js";
import type { FollowedEvent, FollowedEventKind } from "./follow-types.js";
import type { Arrival } from "./whereabouts-types.js";

interface StepPlace {
  readonly node: string;
  readonly lane: string | null;
}

/** What the log of a case says of its visits and tasks, read once from its beginning. */
interface LogPlaces {
  readonly visits: ReadonlyMap<number, StepPlace>;
  readonly tasks: ReadonlyMap<number, StepPlace>;
}

const eventsOf = (entry: HistoryEntry): readonly CaseEvent[] =>
  entry.events as readonly CaseEvent[];

function readPlaces(history: readonly HistoryEntry[]): LogPlaces {
  const visits = new Map<number, StepPlace>();
  const tasks = new Map<number, StepPlace>();
  for (const event of history.flatMap(eventsOf)) {
    if (event.type === "VISIT_OPENED") visits.set(event.visit, { node: event.node, lane: null });
    if (event.type === "TASK_OPENED") {
      const node = visits.get(event.visit)?.node ?? "";
      tasks.set(event.task, { node, lane: event.lane });
    }
  }
  return { visits, tasks };
}

interface PlaceWords {
  readonly step: string | null;
  readonly lane: string | null;
}

function wordsOf(form: FormView, place: StepPlace | undefined): PlaceWords {
  return {
    step: form.nodeByKey.get(place?.node ?? "")?.text ?? null,
    lane: form.laneByKey.get(place?.lane ?? "")?.name ?? null,
  };
}

const outcomeOf = (form: FormView, edge: string | null): string | null =>
  form.edges.find(({ key }) => key === edge)?.outcome ?? null;

/** Whatever an event says of itself beside its type: new ones may say why, and of which task. */
type Saying = Partial<Record<"reason" | "task" | "visit", unknown>>;

/**
 * How a case came to its visit `visit`: the command in which that opened, who gave it and with which
 * words. `null` for what opened with the case.
 */
export function findArrival(
  history: readonly HistoryEntry[],
  form: FormView,
  visit: number,
): Arrival | null {
  const opens = (event: CaseEvent): boolean =>
    event.type === "VISIT_OPENED" && event.visit === visit;
  const entry = history.find((one) => eventsOf(one).some(opens));
  if (!entry || entry.command === "START") return null;
  const { visits, tasks } = readPlaces(history);
  const events = eventsOf(entry);
  const done = events.findLast((event) => event.type === "TASK_DONE");
  const said = events.find((event) => typeof (event as Saying).reason === "string") as
    | Saying
    | undefined;
  const from = done
    ? tasks.get(done.task)
    : (tasks.get(Number(said?.task)) ?? visits.get(Number(said?.visit)));
  const node = visits.get(visit)?.node;
  const isBack = [...visits].some(([no, place]) => no < visit && place.node === node);
  return {
    at: entry.at,
    ...wordsOf(form, from),
    outcome: outcomeOf(form, done?.outcome ?? null),
    remark: done?.comment ?? (typeof said?.reason === "string" ? said.reason : null),
    isBack,
  };
}

/** What of the log somebody outside is told; what is not named here stays inside. */
const told: { readonly [Type in CaseEventType]?: FollowedEventKind } = {
  CASE_STARTED: "STARTED",
  TASK_OPENED: "ARRIVED",
  TASK_DONE: "DONE",
  CASE_HELD: "HELD",
  CASE_RESUMED: "RESUMED",
  CASE_CANCELLED: "CANCELLED",
  CASE_COMPLETED: "COMPLETED",
};

/** The log in the words of the form, without any person and without what they wrote to each other. */
export function tellOutside(history: readonly HistoryEntry[], form: FormView): FollowedEvent[] {
  const { tasks } = readPlaces(history);
  return history.flatMap((entry) =>
    eventsOf(entry).flatMap((event) => {
      const kind = told[event.type];
      if (kind === undefined) return [];
      const { task } = event as Saying;
      return [
        {
          at: entry.at,
          kind,
          ...wordsOf(form, typeof task === "number" ? tasks.get(task) : undefined),
          outcome: "outcome" in event ? outcomeOf(form, event.outcome) : null,
          reason: "reason" in event ? event.reason : null,
        },
      ];
    }),
  );
}
