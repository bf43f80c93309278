import { expect } from "vitest";
import type { TimeShare } from "../../domain/index.js";
import type {
  OcelEvent,
  OcelObject,
  OcelType,
} from "../../server/features/throughput/export/log/ocel-shapes.js";

export interface OcelFile {
  readonly objectTypes: readonly OcelType[];
  readonly eventTypes: readonly OcelType[];
  readonly objects: readonly OcelObject[];
  readonly events: readonly OcelEvent[];
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const valueOf: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  time: instant,
  integer: /^-?\d+$/,
  float: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
};
const keysOf = (value: object): string[] => Object.keys(value).toSorted();
const unique = (values: readonly string[], what: string): void =>
  expect(new Set(values).size, what).toBe(values.length);

/**
 * What the standard's JSON schema asks (names, kinds and that values are strings), and what its text
 * asks beyond: types are declared and kept to, ids are one's own, and relations lead to objects.
 */
export function expectOcel(file: OcelFile): void {
  expect(keysOf(file)).toEqual(["eventTypes", "events", "objectTypes", "objects"]);
  const declared = (types: readonly OcelType[]) => {
    unique(
      types.map(({ name }) => name),
      "types",
    );
    for (const type of types) {
      expect(keysOf(type)).toEqual(["attributes", "name"]);
      unique(
        type.attributes.map(({ name }) => name),
        type.name,
      );
      for (const attribute of type.attributes) {
        expect(keysOf(attribute)).toEqual(["name", "type"]);
        expect(Object.keys(valueOf)).toContain(attribute.type);
      }
    }
    return new Map(
      types.map(({ name, attributes }) => [
        name,
        new Map<string, string>(attributes.map((one) => [one.name, one.type])),
      ]),
    );
  };
  const objectTypes = declared(file.objectTypes);
  const eventTypes = declared(file.eventTypes);
  const ids = new Set(file.objects.map(({ id }) => id));
  unique(
    file.objects.map(({ id }) => id),
    "objects",
  );
  unique(
    file.events.map(({ id }) => id),
    "events",
  );
  const expectRelations = (relations: OcelObject["relationships"]) => {
    for (const relation of relations) {
      expect(keysOf(relation)).toEqual(["objectId", "qualifier"]);
      expect(relation.qualifier).not.toBe("");
      expect(ids.has(relation.objectId), relation.objectId).toBe(true);
    }
    unique(
      relations.map(({ objectId, qualifier }) => `${qualifier} ${objectId}`),
      "relations",
    );
  };
  for (const object of file.objects) {
    expect(keysOf(object)).toEqual(["attributes", "id", "relationships", "type"]);
    const attributes = objectTypes.get(object.type)!;
    for (const one of object.attributes) {
      expect(keysOf(one)).toEqual(["name", "time", "value"]);
      expect(one.time).toMatch(instant);
      expect(one.value).toMatch(valueOf[attributes.get(one.name)!]!);
    }
    unique(
      object.attributes.map(({ name, time }) => `${name} ${time}`),
      object.id,
    );
    expectRelations(object.relationships);
  }
  for (const event of file.events) {
    expect(keysOf(event)).toEqual(["attributes", "id", "relationships", "time", "type"]);
    expect(event.time).toMatch(instant);
    const attributes = eventTypes.get(event.type)!;
    for (const one of event.attributes) {
      expect(keysOf(one)).toEqual(["name", "value"]);
      expect(one.value).toMatch(valueOf[attributes.get(one.name)!]!);
    }
    expect(event.relationships.length).toBeGreaterThan(0);
    expectRelations(event.relationships);
  }
  // A type that no event has would be an activity that nobody did.
  expect(new Set(file.events.map(({ type }) => type))).toEqual(new Set(eventTypes.keys()));
}

export const ocelValue = (
  { attributes }: OcelObject | OcelEvent,
  name: string,
): string | undefined => attributes.find((one) => one.name === name)?.value;

const states = {
  queue: "QUEUE",
  work: "WORK",
  requester: "REQUESTER",
  child_sop: "CHILD_SOP",
  held: "HELD",
} as const;

/** The ledger of a log's cases, by what its tasks say, and by what its events say. */
export function ocelLedgers(file: OcelFile, caseId: string | null = null) {
  const isOf = ({ relationships }: OcelObject | OcelEvent): boolean =>
    caseId === null || relationships.some(({ objectId }) => objectId === caseId);
  const ofTasks = file.objects.flatMap((object): TimeShare[] => {
    if (object.type !== "task" || !isOf(object)) return [];
    return Object.entries(states).flatMap(([name, state]) => {
      const clock = ocelValue(object, `${name}_clock`);
      if (clock === undefined) return [];
      return [
        {
          lane: ocelValue(object, "lane")!,
          state,
          isRework: ocelValue(object, "rework") === "true",
          clock: Number(clock),
          working: Number(ocelValue(object, `${name}_working`)),
        },
      ];
    });
  });
  const ofEvents = file.events.flatMap((event): TimeShare[] => {
    const clock = ocelValue(event, "clock");
    if (clock === undefined || !isOf(event)) return [];
    return [
      {
        lane: ocelValue(event, "lane")!,
        state: ocelValue(event, "state") as TimeShare["state"],
        isRework: ocelValue(event, "rework") === "true",
        clock: Number(clock),
        working: Number(ocelValue(event, "working")),
      },
    ];
  });
  return { ofTasks, ofEvents };
}
