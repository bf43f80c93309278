import type { ShareState } from "../../../../../domain/index.js";
import type { EndedShare } from "./trail-event.js";

/** The shapes of OCEL 2.0 in JSON. The standard's schema wants every value as a string. */
export interface OcelType {
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly type: "string" | "time" | "integer" | "float" | "boolean";
  }[];
}

export interface OcelValue {
  readonly name: string;
  readonly value: string;
}

export interface OcelAttribute extends OcelValue {
  readonly time: string;
}

export interface OcelRelation {
  readonly objectId: string;
  readonly qualifier: string;
}

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: readonly OcelAttribute[];
  readonly relationships: readonly OcelRelation[];
}

export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly OcelValue[];
  readonly relationships: readonly OcelRelation[];
}

const string = (name: string) => ({ name, type: "string" as const });
const integer = (name: string) => ({ name, type: "integer" as const });
const boolean = (name: string) => ({ name, type: "boolean" as const });

const timeNames: Readonly<Record<ShareState, string>> = {
  QUEUE: "queue",
  WORK: "work",
  REQUESTER: "requester",
  CHILD_SOP: "child_sop",
  HELD: "held",
};
const times = Object.values(timeNames).flatMap((name) => [`${name}_clock`, `${name}_working`]);

export const objectTypes: readonly OcelType[] = [
  {
    name: "case",
    attributes: [
      ...[string("sop"), string("sop_title"), integer("version"), string("title")],
      ...[string("status"), integer("clock"), integer("working")],
    ],
  },
  {
    name: "task",
    attributes: [
      ...[string("step"), string("step_name"), string("lane"), boolean("connector")],
      ...[integer("visit"), boolean("rework"), string("state"), ...times.map(integer)],
    ],
  },
  {
    name: "lane",
    attributes: [
      ...[string("key"), string("name"), boolean("requesters")],
      ...[string("sop"), string("sop_title")],
    ],
  },
  { name: "person", attributes: [string("name")] },
  { name: "document", attributes: [string("name"), string("reference")] },
];

/** What events of every type may say. */
export const eventAttributes: OcelType["attributes"] = [
  ...[string("happened"), string("sop"), string("step"), string("transition"), string("lane")],
  ...[boolean("rework"), string("outcome"), string("state"), integer("clock"), integer("working")],
];

type Values = Readonly<Record<string, string | number | boolean | null>>;

export const eventValues = (values: Values): readonly OcelValue[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value: String(value) }],
  );

/** From when on an attribute that never changes has its value, as the standard asks. */
const always = "1970-01-01T00:00:00Z";

export const fixedAttributes = (values: Values): readonly OcelAttribute[] =>
  eventValues(values).map((value) => ({ ...value, time: always }));

/** An attribute that changes; of several values at one time the last holds, and what stays is not said. */
export function changingAttribute(
  name: string,
  changes: readonly { readonly time: string; readonly value: string }[],
): readonly OcelAttribute[] {
  const last = new Map(changes.map(({ time, value }) => [time, value]));
  return [...last].flatMap(([time, value], at, all) =>
    all[at - 1]?.[1] === value ? [] : [{ name, value, time }],
  );
}

/** Sums of shares by their states, in milliseconds; states without any are left out. */
export function timesOf(shares: readonly EndedShare[]): Values {
  const sums: Record<string, number> = {};
  for (const { state, clock, working } of shares) {
    const name = timeNames[state];
    sums[`${name}_clock`] = (sums[`${name}_clock`] ?? 0) + clock;
    sums[`${name}_working`] = (sums[`${name}_working`] ?? 0) + working;
  }
  return sums;
}
