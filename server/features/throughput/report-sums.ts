import { type Measure, type Subject, subjectParts } from "../../../domain/index.js";
import type { LaneGroups } from "./lane-groups.js";

/** Numbers by measure; what is absent is 0. */
export type Sum = Map<Measure, number>;

const separator = "\t";

/** The numbers of a stretch of time, by what a report tells them of. */
export class ReportSums {
  readonly cases: Sum = new Map();
  /** By `LaneGroup.id`. */
  readonly lanes = new Map<string, Sum>();
  /** By SOP, step and lane: read the keys with `stepOf`. */
  readonly steps = new Map<string, Sum>();
  /** By giver and receiver: read the keys with `pairOf`. */
  readonly handOvers = new Map<string, Sum>();
  /** By person and lane: read the keys with `personOf`. */
  readonly people = new Map<string, Sum>();

  constructor(
    private readonly groups: LaneGroups,
    private readonly sopOf: ReadonlyMap<number, number>,
  ) {}

  add(versionId: number, subject: Subject, measure: Measure, value: number): void {
    const parts = subjectParts(subject);
    if (parts.type === "CASE") return addTo(this.cases, measure, value);
    const idOf = (lane: string): string => this.groups.idOf(versionId, lane);
    if (parts.type === "STEP") {
      const lane = idOf(parts.lane);
      addTo(at(this.lanes, lane), measure, value);
      const step = sumKeyOfStep(this.sopOf.get(versionId), parts.node, lane);
      return addTo(at(this.steps, step), measure, value);
    }
    if (parts.type === "PERSON") {
      return addTo(
        at(this.people, [parts.person, idOf(parts.lane)].join(separator)),
        measure,
        value,
      );
    }
    const [from, to] = [idOf(parts.from), idOf(parts.to)];
    // Lanes that are one line of the report hand nothing over to one another.
    if (from !== to) addTo(at(this.handOvers, [from, to].join(separator)), measure, value);
  }

  addAll(other: ReportSums): void {
    addSum(this.cases, other.cases);
    for (const part of ["lanes", "steps", "handOvers", "people"] as const) {
      for (const [key, sum] of other[part]) addSum(at(this[part], key), sum);
    }
  }

  lane(id: string): Sum {
    return this.lanes.get(id) ?? new Map();
  }
}

export const sumKeyOfStep = (sopId: number | undefined, node: string, laneId: string): string =>
  [sopId, node, laneId].join(separator);

export function stepOf(key: string): { sopId: number; stepKey: string; laneId: string } {
  const [sopId, stepKey = "", laneId = ""] = key.split(separator);
  return { sopId: Number(sopId), stepKey, laneId };
}

export function pairOf(key: string): { from: string; to: string } {
  const [from = "", to = ""] = key.split(separator);
  return { from, to };
}

export function personOf(key: string): { personId: number; laneId: string } {
  const [personId, laneId = ""] = key.split(separator);
  return { personId: Number(personId), laneId };
}

function at(sums: Map<string, Sum>, key: string): Sum {
  let sum = sums.get(key);
  if (!sum) sums.set(key, (sum = new Map()));
  return sum;
}

const addTo = (sum: Sum, measure: Measure, value: number): void =>
  void sum.set(measure, (sum.get(measure) ?? 0) + value);

function addSum(sum: Sum, other: Sum): void {
  for (const [measure, value] of other) addTo(sum, measure, value);
}

export const numberOf = (sum: Sum, measure: Measure): number => sum.get(measure) ?? 0;
