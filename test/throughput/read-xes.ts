import { expect } from "vitest";
import type { TimeShare } from "../../domain/index.js";
import type { XmlElement } from "./read-xml.js";

const types = new Set(["string", "date", "int", "float", "boolean", "id", "list"]);
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const valueOf: Readonly<Record<string, RegExp>> = {
  date: instant,
  int: /^-?\d+$/,
  boolean: /^(true|false)$/,
  float: /^-?\d+(\.\d+)?$/,
};
/** The transitions of the standard model. */
const transitions = new Set(
  "schedule assign withdraw reassign start suspend resume pi_abort ate_abort complete autoskip manualskip unknown".split(
    " ",
  ),
);

export const attributeOf = (element: XmlElement, key: string): string | undefined =>
  element.children.find(({ attributes }) => attributes["key"] === key)?.attributes["value"];

const named = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

function expectAttribute(element: XmlElement): void {
  expect(types, element.name).toContain(element.name);
  expect(element.attributes["key"]).not.toBe("");
  if (element.name === "list") {
    expect(element.children.map(({ name }) => name)).toEqual(["values"]);
    for (const value of element.children[0]!.children) expectAttribute(value);
    return;
  }
  const pattern = valueOf[element.name];
  if (pattern) expect(element.attributes["value"]).toMatch(pattern);
  else expect(element.attributes["value"]).toBeDefined();
  for (const child of element.children) expectAttribute(child);
}

function expectKeysOnce(element: XmlElement, but: readonly string[]): void {
  const keys = element.children
    .filter(({ name }) => !but.includes(name))
    .map(({ attributes }) => attributes["key"]);
  expect(new Set(keys).size, String(keys)).toBe(keys.length);
}

/** What IEEE 1849-2016 asks of a log, as far as a reader can see it. */
export function expectXes(log: XmlElement): void {
  expect(log.name).toBe("log");
  expect(log.attributes["xmlns"]).toBe("http://www.xes-standard.org/");
  expect(log.attributes["xes.version"]).toBe("1849.2016");
  const prefixes = new Set(named(log, "extension").map(({ attributes }) => attributes["prefix"]));
  const order = ["extension", "global", "classifier", "", "trace"];
  const places = log.children.map(({ name }) => order.indexOf(order.includes(name) ? name : ""));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const globals = (scope: string) =>
    named(log, "global")
      .filter(({ attributes }) => attributes["scope"] === scope)
      .flatMap(({ children }) => children.map(({ attributes }) => attributes["key"]!));
  for (const trace of named(log, "trace")) {
    expectKeysOnce(trace, ["event"]);
    for (const key of globals("trace")) expect(attributeOf(trace, key)).toBeDefined();
    for (const child of trace.children) if (child.name !== "event") expectAttribute(child);
    let before = 0;
    for (const event of named(trace, "event")) {
      expectKeysOnce(event, []);
      for (const key of globals("event")) expect(attributeOf(event, key), key).toBeDefined();
      for (const child of event.children) {
        expectAttribute(child);
        const [prefix, rest] = child.attributes["key"]!.split(":");
        if (rest !== undefined) expect(prefixes).toContain(prefix);
      }
      expect(transitions).toContain(attributeOf(event, "lifecycle:transition"));
      const at = Date.parse(attributeOf(event, "time:timestamp")!);
      expect(at).toBeGreaterThanOrEqual(before);
      before = at;
    }
  }
}

export interface XesLedger {
  readonly id: string;
  /** What the trace says of its ledger. */
  readonly stated: readonly TimeShare[];
  readonly open: readonly TimeShare[];
  /** What its events say. */
  readonly ofEvents: readonly TimeShare[];
}

const shareOf = (element: XmlElement, lane: string): TimeShare => ({
  lane,
  state: attributeOf(element, "state") as TimeShare["state"],
  isRework: attributeOf(element, "rework") === "true",
  clock: Number(attributeOf(element, "clock")),
  working: Number(attributeOf(element, "working")),
});

/** The ledgers of a log as a reader would add them up that knows nothing of Alur. */
export function xesLedgers(log: XmlElement): readonly XesLedger[] {
  return named(log, "trace").map((trace) => {
    const list = (key: string): TimeShare[] =>
      trace.children
        .filter(({ name, attributes }) => name === "list" && attributes["key"] === key)
        .flatMap(({ children }) => children[0]!.children)
        .map((value) => shareOf(value, value.attributes["value"]!));
    return {
      id: attributeOf(trace, "concept:name")!,
      stated: list("ledger"),
      open: list("open"),
      ofEvents: named(trace, "event")
        .filter((event) => attributeOf(event, "clock") !== undefined)
        .map((event) => shareOf(event, attributeOf(event, "lane")!)),
    };
  });
}
