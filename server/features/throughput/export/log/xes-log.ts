import type { TimeShare } from "../../../../../domain/index.js";
import { toGlobalId } from "../../../../kernel/global-id.js";
import { localIso } from "../local-iso.js";
import type { LogCase, LogFacts } from "./log-case.js";
import type { TrailEvent, Transition } from "./trail-event.js";
import { xesAttribute, xmlValue } from "./xes-text.js";

const extensions = [
  ["Concept", "concept"],
  ["Lifecycle", "lifecycle"],
  ["Time", "time"],
  ["Organizational", "org"],
] as const;

/** By what events are of one activity: most readers offer them by name. */
const classifiers = [
  ["Activity", "concept:name"],
  ["Activity and transition", "concept:name lifecycle:transition"],
  ["Step", "sop step"],
  ["Lane", "org:group"],
] as const;

/** Writes an event log by IEEE 1849-2016, a trace for each case. */
export class XesLog {
  constructor(private readonly facts: LogFacts) {}

  head(): string {
    const { office, from, to, asOf, isNamed, clocks } = this.facts;
    const unknown = xesAttribute("string", "concept:name", "UNKNOWN");
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<log xes.version="1849.2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">',
      ...extensions.map(
        ([name, prefix]) =>
          `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
      ),
      `<global scope="trace">${unknown}</global>`,
      `<global scope="event">${unknown}${xesAttribute("string", "lifecycle:transition", "unknown")}${xesAttribute("date", "time:timestamp", "1970-01-01T00:00:00.000Z")}</global>`,
      ...classifiers.map(
        ([name, keys]) => `<classifier name="${name}" scope="event" keys="${keys}"/>`,
      ),
      xesAttribute("string", "concept:name", office),
      xesAttribute("string", "lifecycle:model", "standard"),
      xesAttribute("string", "from", from),
      xesAttribute("string", "to", to),
      xesAttribute("date", "as_of", localIso(asOf, clocks)),
      xesAttribute("boolean", "pseudonymous", !isNamed),
      "",
    ].join("\n");
  }

  trace(it: LogCase): string {
    const { trail } = it;
    const date = (key: string, at: number): string =>
      xesAttribute("date", key, localIso(at, this.facts.clocks));
    return [
      "<trace>",
      xesAttribute("string", "concept:name", toGlobalId("Instance", it.id)),
      xesAttribute("string", "sop", toGlobalId("Sop", it.sopId)),
      xesAttribute("string", "sop_title", it.sopTitle),
      xesAttribute("int", "version", it.version),
      xesAttribute("string", "status", trail.status),
      ...(this.facts.isNamed && it.title !== null
        ? [xesAttribute("string", "title", it.title)]
        : []),
      date("started_at", trail.startedAt),
      ...(trail.endedAt === null ? [] : [date("ended_at", trail.endedAt)]),
      xesAttribute("int", "clock", sumOf(trail.ledger, "clock")),
      xesAttribute("int", "working", sumOf(trail.ledger, "working")),
      sharesList("ledger", trail.ledger),
      sharesList("open", trail.open),
      ...trail.events.flatMap((event) =>
        event.transitions.map((transition, at) => this.#event(it, event, transition, at === 0)),
      ),
      "</trace>",
      "",
    ].join("\n");
  }

  tail(): string {
    return "</log>\n";
  }

  #event(it: LogCase, event: TrailEvent, transition: Transition, isFirst: boolean): string {
    const { names, people, clocks } = this.facts;
    const { stay, person, outcome } = event;
    const share = isFirst ? event.share : null;
    const text = (key: string, value: string): string => xesAttribute("string", key, value);
    return [
      "<event>",
      text("concept:name", names.step(it.sopId, stay.node)),
      text("concept:instance", `${stay.no}`),
      text("lifecycle:transition", transition),
      xesAttribute("date", "time:timestamp", localIso(event.at, clocks)),
      stay.lane === null ? "" : text("org:group", names.lane(it.sopId, stay.lane).name),
      person === null ? "" : text("org:resource", people.of(person, stay.isRequesters).name),
      text("happened", event.type),
      text("sop", toGlobalId("Sop", it.sopId)),
      text("step", stay.node),
      stay.lane === null ? "" : text("lane", stay.lane),
      xesAttribute("int", "visit", stay.visit),
      xesAttribute("boolean", "rework", stay.isRework),
      outcome === null ? "" : text("outcome", names.outcome(it.sopId, outcome)),
      ...(share === null
        ? []
        : [
            text("state", share.state),
            xesAttribute("int", "clock", share.clock),
            xesAttribute("int", "working", share.working),
          ]),
      "</event>",
    ].join("");
  }
}

const sumOf = (shares: readonly TimeShare[], kind: "clock" | "working"): number =>
  shares.reduce((sum, share) => sum + share[kind], 0);

/** Each share of a case's time: whose, what it was, in which round, and how long in milliseconds. */
function sharesList(key: string, shares: readonly TimeShare[]): string {
  const values = shares.map(({ lane, state, isRework, clock, working }) =>
    xesAttribute(
      "string",
      "lane",
      lane ?? "",
      [
        xesAttribute("string", "state", state),
        xesAttribute("boolean", "rework", isRework),
        xesAttribute("int", "clock", clock),
        xesAttribute("int", "working", working),
      ].join(""),
    ),
  );
  return `<list key="${xmlValue(key)}"><values>${values.join("")}</values></list>`;
}
