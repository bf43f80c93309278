import { describe, expect, it } from "vitest";
import { caseIntervals, caseLedger, caseMoments, type Graph } from "../../domain/index.js";
import type { TimeShare } from "../../domain/index.js";
import { trialCalendar } from "../../domain/time/trial-calendar.js";
import { caseTrail } from "../../server/features/throughput/export/log/case-trail.js";
import type { LogCase, LogFacts } from "../../server/features/throughput/export/log/log-case.js";
import { LogNames } from "../../server/features/throughput/export/log/log-names.js";
import { LogPeople } from "../../server/features/throughput/export/log/log-people.js";
import { OcelLog } from "../../server/features/throughput/export/log/ocel-log.js";
import type { TrailEvent } from "../../server/features/throughput/export/log/trail-event.js";
import { XesLog } from "../../server/features/throughput/export/log/xes-log.js";
import { enactedGraph } from "./enacted-graph.js";
import { knownGraphs } from "../walks/known-graphs.js";
import { randomHistory } from "../ledger/random-history.js";
import { expectOcel, ocelLedgers, ocelValue } from "./read-ocel.js";
import { parseXml } from "./read-xml.js";
import { attributeOf, expectXes, xesLedgers } from "./read-xes.js";

const calendar = trialCalendar("2026-03-20");
const known = knownGraphs();
const seeds = process.env["ALUR_ALL_SEEDS"] ? 1000 : 60;

/** By lane, state and round; what is no time at all is left out. */
function summed(shares: readonly TimeShare[]): Map<string, [number, number]> {
  const sums = new Map<string, [number, number]>();
  for (const { lane, state, isRework, clock, working } of shares) {
    const key = `${lane} ${state} ${isRework}`;
    const [before, workedBefore] = sums.get(key) ?? [0, 0];
    sums.set(key, [before + clock, workedBefore + working]);
  }
  return sums;
}

const sharesOf = (events: readonly TrailEvent[]): TimeShare[] =>
  events.flatMap(({ stay, share }) =>
    share === null ? [] : [{ lane: stay.lane, isRework: stay.isRework, ...share }],
  );

interface Told {
  readonly facts: LogFacts;
  readonly it: LogCase;
  readonly ledger: readonly TimeShare[];
}

function told(seed: number, isNamed = false, change = (graph: Graph): Graph => graph): Told {
  const { graph, plan, log, until } = randomHistory(seed, known);
  const ledger = caseLedger(caseIntervals(caseMoments(plan, log), until), calendar);
  const facts: LogFacts = {
    office: 'Dinas <A> & "B"',
    ...{ from: "2026-01-01", to: "2026-12-31" },
    asOf: until,
    clocks: calendar,
    isNamed,
    names: new LogNames([enactedGraph(change(graph), 1)]),
    people: new LogPeople(isNamed),
  };
  const trail = caseTrail(plan, log, calendar, until);
  return {
    facts,
    ledger,
    it: { id: seed, sopId: 1, sopTitle: "SOP", version: 1, title: "X", trail },
  };
}

describe("the trail of a random case", () => {
  it("has every share of the ledger on the event that ended it, or open", () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { it: one, ledger } = told(seed);
      const { trail } = one;
      expect(trail.ledger, `seed ${seed}`).toEqual(ledger);
      const parts = [...sharesOf(trail.events), ...trail.open];
      expect(summed(parts), `seed ${seed}`).toEqual(summed(ledger));
      if (trail.endedAt !== null) expect(trail.open).toEqual([]);
      for (const { type } of trail.events) seen.add(type);
    }
    expect([...seen].toSorted()).toEqual([
      "CALLED",
      "CLAIMED",
      "DELEGATED",
      "DONE",
      "HELD",
      "OPENED",
      "RELEASED",
      "RESUMED",
      "UNDONE",
      "WITHDRAWN",
    ]);
  });

  it("opens each task once, ends it at most once, and never says that it changed by itself", () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { trail } = told(seed).it;
      const open = new Set<number>();
      const seen = new Set<number>();
      for (const { type, stay, transitions } of trail.events) {
        if (type === "OPENED") {
          expect(seen.has(stay.no), `seed ${seed}`).toBe(false);
          expect(transitions).toEqual(["schedule"]);
          open.add(stay.no);
          seen.add(stay.no);
        } else if (type === "UNDONE") expect(open.has(stay.no)).toBe(false);
        else expect(open.has(stay.no), `seed ${seed} ${type} ${stay.no}`).toBe(true);
        if (type === "DONE" || type === "WITHDRAWN") open.delete(stay.no);
      }
      const still = new Set(trail.openStays.map(({ no }) => no));
      for (const no of still) expect(open.has(no)).toBe(true);
      if (trail.endedAt !== null) expect(open.size, `seed ${seed}`).toBe(0);
    }
  });
});

describe("the XES of random cases", () => {
  it("is well-formed, and its totals are the ledger's", () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { facts, it: one, ledger } = told(seed);
      const xes = new XesLog(facts);
      const log = parseXml(xes.head() + xes.trace(one) + xes.tail());
      expectXes(log);
      const [read] = xesLedgers(log);
      expect(summed(read!.stated), `seed ${seed}`).toEqual(summed(ledger));
      expect(summed([...read!.ofEvents, ...read!.open]), `seed ${seed}`).toEqual(summed(ledger));
    }
  });
});

describe("a name", () => {
  const named = (unwritable: string): string =>
    `<a href="x">&amp; 'b' ]]> ${unwritable} é 漢 😀</a>`;
  const nasty = named("\u0000\u0008\ud800 \uffff");
  const shown = named("\ufffd\ufffd\ufffd \ufffd");
  const renamed = (graph: Graph): Graph => ({
    ...graph,
    lanes: graph.lanes.map((lane) => ({ ...lane, name: `${nasty}\n${lane.key}` })),
    nodes: graph.nodes.map((node) => ({ ...node, text: `${node.key}\t${nasty}` })),
  });

  it("is read from an XES as it was written, but for what XML cannot say", () => {
    const { facts, it: one } = told(3, false, renamed);
    const xes = new XesLog(facts);
    const log = parseXml(xes.head() + xes.trace(one) + xes.tail());
    expectXes(log);
    const events = log.children.at(-1)!.children.filter(({ name }) => name === "event");
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(attributeOf(event, "org:group")).toBe(`${shown} ${attributeOf(event, "lane")}`);
      expect(attributeOf(event, "concept:name")).toMatch(/^(\d+\. )?\w/);
      expect(attributeOf(event, "concept:name")!.endsWith(` ${shown}`)).toBe(true);
    }
  });

  it("is read from an OCEL as it was written", () => {
    const { facts, it: one } = told(3, false, renamed);
    const objects = new OcelLog(facts, "en").objectsOf(one);
    const lanes = objects.filter(({ type }) => type === "lane");
    const read = JSON.parse(JSON.stringify(lanes)) as typeof lanes;
    expect(read.length).toBeGreaterThan(0);
    for (const lane of read) {
      expect(ocelValue(lane, "name")).toBe(`${nasty} ${ocelValue(lane, "key")}`);
    }
  });
});

describe("the OCEL of random cases", () => {
  it("keeps the standard's rules, and its totals are the ledger's", () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { facts, it: one, ledger } = told(seed, true);
      const ocel = new OcelLog(facts, "id");
      const objects = ocel.objectsOf(one);
      const { objectTypes, eventTypes } = ocel;
      const log = JSON.parse(
        JSON.stringify({ objectTypes, objects, eventTypes, events: ocel.eventsOf(one) }),
      );
      expectOcel(log);
      const { ofTasks, ofEvents } = ocelLedgers(log);
      expect(summed(ofTasks), `seed ${seed}`).toEqual(summed(ledger));
      expect(summed([...ofEvents, ...one.trail.open]), `seed ${seed}`).toEqual(summed(ledger));
    }
  });
});
