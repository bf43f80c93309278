import type { Locale } from "../../../../kernel/context.js";
import type { Reader } from "../../../../persistence/database.js";
import type { LogCase, LogFacts } from "./log-case.js";
import type { LogCases } from "./log-cases.js";
import { OcelLog } from "./ocel-log.js";
import { XesLog } from "./xes-log.js";

/** What an event log is written from. */
export interface EventLogSource {
  readonly cases: LogCases;
  readonly facts: LogFacts;
  readonly reader: Reader;
  readonly locale: Locale;
}

type Write = (source: EventLogSource) => AsyncGenerator<string>;

/** Each in pieces, as they are wanted: what is not fetched is not read either. */
export const eventLogWriters = {
  xes: writeXes,
  "ocel.json": writeOcel,
} as const satisfies Readonly<Record<string, Write>>;

export type EventLogFormat = keyof typeof eventLogWriters;

async function* writeXes(source: EventLogSource): AsyncGenerator<string> {
  const log = new XesLog(source.facts);
  yield log.head();
  for await (const cases of source.cases.first()) {
    await named(source, cases);
    for (const one of cases) yield log.trace(one);
  }
  yield log.tail();
}

async function* writeOcel(source: EventLogSource): AsyncGenerator<string> {
  const log = new OcelLog(source.facts, source.locale);
  let between = "";
  const listed = (items: readonly object[]): string => {
    const text = items.map((item) => JSON.stringify(item)).join(",\n");
    if (text === "") return "";
    const separated = between + text;
    between = ",\n";
    return separated;
  };
  yield `{"objectTypes":${JSON.stringify(log.objectTypes)},\n"objects":[\n`;
  for await (const cases of source.cases.first()) {
    await named(source, cases);
    for (const one of cases) yield listed(log.objectsOf(one));
  }
  yield `],\n"eventTypes":${JSON.stringify(log.eventTypes)},\n"events":[\n`;
  between = "";
  for await (const cases of source.cases.again()) {
    for (const one of cases) yield listed(log.eventsOf(one));
  }
  yield "]}\n";
}

const named = ({ facts, reader }: EventLogSource, cases: readonly LogCase[]): Promise<void> =>
  facts.people.prepare(
    reader,
    cases.flatMap(({ trail }) => trail.events.flatMap(({ person }) => person ?? [])),
  );
