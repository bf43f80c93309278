import type { Locale } from "../../../../kernel/context.js";
import { toGlobalId } from "../../../../kernel/global-id.js";
import { localIso } from "../local-iso.js";
import type { LogCase, LogFacts } from "./log-case.js";
import {
  changingAttribute,
  eventAttributes,
  eventValues,
  fixedAttributes,
  objectTypes,
  type OcelEvent,
  type OcelObject,
  type OcelRelation,
  type OcelType,
  timesOf,
} from "./ocel-shapes.js";
import { type OcelWords, ocelWords } from "./ocel-words.js";
import type { Milestone, MilestoneType, TrailEvent, TrailStay } from "./trail-event.js";

/** Ids of objects; of one log they are all different. */
const caseId = ({ id }: LogCase): string => toGlobalId("Instance", id);
const taskId = (it: LogCase, no: number): string => `${caseId(it)}/task/${no}`;
const documentId = (it: LogCase, output: string): string => `${caseId(it)}/document/${output}`;
const laneId = (sopId: number, key: string): string => `${toGlobalId("Sop", sopId)}/lane/${key}`;

const statusAfter: Readonly<Partial<Record<MilestoneType, string>>> = {
  CASE_STARTED: "RUNNING",
  CASE_HELD: "HELD",
  CASE_RESUMED: "RUNNING",
  CASE_COMPLETED: "COMPLETED",
  CASE_CANCELLED: "CANCELLED",
};

/**
 * Writes an object-centric event log (OCEL 2.0). A log is told in two rounds over the same cases:
 * their objects first, by which the types of events become known, then their events.
 */
export class OcelLog {
  readonly #words: OcelWords;
  readonly #told = new Set<string>();
  readonly #eventTypes = new Set<string>();

  constructor(
    private readonly facts: LogFacts,
    locale: Locale,
  ) {
    this.#words = ocelWords[locale];
  }

  get objectTypes(): readonly OcelType[] {
    return objectTypes;
  }

  /** Of all events whose case's objects were told. */
  get eventTypes(): readonly OcelType[] {
    return [...this.#eventTypes].map((name) => ({ name, attributes: eventAttributes }));
  }

  /** The objects of a case; lanes and people only the first time. */
  objectsOf(it: LogCase): readonly OcelObject[] {
    const { trail } = it;
    const objects: OcelObject[] = [this.#case(it)];
    for (const stay of staysOf(trail.events)) {
      objects.push(...this.#lane(it, stay), this.#task(it, stay));
    }
    for (const event of trail.events) {
      this.#eventTypes.add(this.#typeOf(it, event));
      objects.push(...this.#person(event));
    }
    for (const { type } of trail.milestones) this.#eventTypes.add(this.#words.milestones[type]);
    objects.push(...this.#documents(it));
    return objects;
  }

  eventsOf(it: LogCase): readonly OcelEvent[] {
    const { trail } = it;
    const told = [
      ...trail.milestones.map((milestone) => ({
        at: milestone,
        event: this.#milestone(it, milestone),
      })),
      ...trail.events.map((event) => ({ at: event, event: this.#event(it, event) })),
    ];
    return told.toSorted((a, b) => a.at.seq - b.at.seq).map(({ event }) => event);
  }

  #time(at: number): string {
    return localIso(at, this.facts.clocks);
  }

  #case(it: LogCase): OcelObject {
    const { trail, title } = it;
    const clock = trail.ledger.reduce((sum, share) => sum + share.clock, 0);
    const working = trail.ledger.reduce((sum, share) => sum + share.working, 0);
    const statuses = trail.milestones.flatMap(({ type, at }) => {
      const value = statusAfter[type];
      return value === undefined ? [] : [{ time: this.#time(at), value }];
    });
    return {
      id: caseId(it),
      type: "case",
      attributes: [
        ...fixedAttributes({
          sop: toGlobalId("Sop", it.sopId),
          sop_title: it.sopTitle,
          version: it.version,
          title: this.facts.isNamed ? title : null,
          clock,
          working,
        }),
        ...changingAttribute("status", statuses),
      ],
      relationships: [],
    };
  }

  #lane({ sopId, sopTitle }: LogCase, { lane }: TrailStay): readonly OcelObject[] {
    if (lane === null) return [];
    const id = laneId(sopId, lane);
    if (this.#told.has(id)) return [];
    this.#told.add(id);
    const { name, isRequesters } = this.facts.names.lane(sopId, lane);
    const values = {
      key: lane,
      name,
      requesters: isRequesters,
      sop: toGlobalId("Sop", sopId),
      sop_title: sopTitle,
    };
    return [{ id, type: "lane", attributes: fixedAttributes(values), relationships: [] }];
  }

  #person({ person, stay }: TrailEvent): readonly OcelObject[] {
    if (person === null) return [];
    const { id, name } = this.facts.people.of(person, stay.isRequesters);
    if (this.#told.has(id)) return [];
    this.#told.add(id);
    return [{ id, type: "person", attributes: fixedAttributes({ name }), relationships: [] }];
  }

  /** Its times are those of its events, and of what is open since: all tasks together make the ledger. */
  #task(it: LogCase, stay: TrailStay): OcelObject {
    const own = it.trail.events.filter((event) => event.stay.no === stay.no);
    const open = it.trail.openStays.filter(({ no }) => no === stay.no);
    const shares = [...own.flatMap(({ share }) => share ?? []), ...open];
    const states = own.flatMap(({ after, at }) =>
      after === null ? [] : [{ time: this.#time(at), value: after }],
    );
    return {
      id: taskId(it, stay.no),
      type: "task",
      attributes: [
        ...fixedAttributes({
          step: stay.node,
          step_name: this.facts.names.step(it.sopId, stay.node),
          lane: stay.lane,
          connector: stay.no < 0,
          visit: stay.visit,
          rework: stay.isRework,
          ...timesOf(shares),
        }),
        ...changingAttribute("state", states),
      ],
      relationships: [
        { objectId: caseId(it), qualifier: "task of" },
        ...(stay.lane === null
          ? []
          : [{ objectId: laneId(it.sopId, stay.lane), qualifier: "done by" }]),
      ],
    };
  }

  /** Each output that was given is one document of its case, which has a number each time. */
  #documents(it: LogCase): readonly OcelObject[] {
    const given = it.trail.events.flatMap(({ given: outputs, at }) =>
      outputs.map((output) => ({ ...output, at })),
    );
    return [...new Set(given.map(({ output }) => output))].map((output) => ({
      id: documentId(it, output),
      type: "document",
      attributes: [
        ...fixedAttributes({ name: this.facts.names.output(it.sopId, output) }),
        ...changingAttribute(
          "reference",
          this.facts.isNamed
            ? given
                .filter((one) => one.output === output)
                .map(({ at, reference }) => ({ time: this.#time(at), value: reference }))
            : [],
        ),
      ],
      relationships: [{ objectId: caseId(it), qualifier: "document of" }],
    }));
  }

  #milestone(it: LogCase, { at, seq, type, task }: Milestone): OcelEvent {
    return {
      id: `${caseId(it)}/${seq}.0`,
      type: this.#words.milestones[type],
      time: this.#time(at),
      attributes: eventValues({ happened: type, sop: toGlobalId("Sop", it.sopId) }),
      relationships: [
        { objectId: caseId(it), qualifier: "case" },
        ...(task === null ? [] : [{ objectId: taskId(it, task), qualifier: "from" }]),
      ],
    };
  }

  #event(it: LogCase, event: TrailEvent): OcelEvent {
    const { stay, person, outcome, share } = event;
    const { names, people } = this.facts;
    const relations: OcelRelation[] = [
      { objectId: caseId(it), qualifier: "case" },
      { objectId: taskId(it, stay.no), qualifier: "task" },
    ];
    if (stay.lane !== null) {
      relations.push({ objectId: laneId(it.sopId, stay.lane), qualifier: "lane" });
    }
    if (person !== null) {
      const { id } = people.of(person, stay.isRequesters);
      relations.push({ objectId: id, qualifier: "performer" });
    }
    for (const { output } of event.given) {
      relations.push({ objectId: documentId(it, output), qualifier: "output" });
    }
    return {
      id: `${caseId(it)}/${event.seq}.${event.place}`,
      type: this.#typeOf(it, event),
      time: this.#time(event.at),
      attributes: eventValues({
        happened: event.type,
        sop: toGlobalId("Sop", it.sopId),
        step: stay.node,
        transition: event.transitions[0] ?? null,
        lane: stay.lane,
        rework: stay.isRework,
        outcome: outcome === null ? null : names.outcome(it.sopId, outcome),
        state: share?.state ?? null,
        clock: share?.clock ?? null,
        working: share?.working ?? null,
      }),
      relationships: relations,
    };
  }

  /** An activity is one step and one thing that happens to it: finishing is the step itself. */
  #typeOf({ sopId }: LogCase, { type, stay }: TrailEvent): string {
    const step = this.facts.names.step(sopId, stay.node);
    const said = this.#words.happenings[type];
    return said === null ? step : `${step} · ${said}`;
  }
}

function staysOf(events: readonly TrailEvent[]): readonly TrailStay[] {
  const stays = new Map<number, TrailStay>();
  for (const { stay } of events) if (!stays.has(stay.no)) stays.set(stay.no, stay);
  return [...stays.values()];
}
