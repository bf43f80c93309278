import { binOfMeasure, type Measure, type Subject, subjectParts } from "../../../domain/index.js";
import { binsIn, type Content, type StoredNumbers } from "../../runtime/throughput/cell-content.js";
import type { LaneGroups } from "./lane-groups.js";

const separator = "\t";

/** Numbers by measure, and histograms by kind; what is absent is 0. */
export class Sum {
  readonly numbers = new Map<Measure, number>();
  readonly bins = new Map<string, Map<number, number>>();

  add(measure: Measure, value: number): void {
    const binned = binOfMeasure(measure);
    if (binned) this.#addBin(binned.kind, binned.bin, value);
    else this.numbers.set(measure, (this.numbers.get(measure) ?? 0) + value);
  }

  addStored(stored: StoredNumbers): void {
    for (const [measure, value] of Object.entries(stored)) {
      if (typeof value === "number") this.add(measure, value);
      else for (const [bin, count] of binsIn(value)) this.#addBin(measure, bin, count);
    }
  }

  addSum(other: Sum): void {
    for (const [measure, value] of other.numbers) this.add(measure, value);
    for (const [kind, bins] of other.bins) {
      for (const [bin, count] of bins) this.#addBin(kind, bin, count);
    }
  }

  #addBin(kind: string, bin: number, count: number): void {
    let bins = this.bins.get(kind);
    if (!bins) this.bins.set(kind, (bins = new Map()));
    bins.set(bin, (bins.get(bin) ?? 0) + count);
  }
}

/** The numbers of a stretch of time, by what a report tells them of. */
export class ReportSums {
  readonly cases = new Sum();
  /** By SOP, step and lane: read the keys with `stepOf`. */
  readonly steps = new Map<string, Sum>();
  /** By giver and receiver: read the keys with `pairOf`. */
  readonly handOvers = new Map<string, Sum>();
  /** By person and lane: read the keys with `personOf`. */
  readonly people = new Map<string, Sum>();
  #lanes: ReadonlyMap<string, Sum> | null = null;

  constructor(
    private readonly groups: LaneGroups,
    private readonly sopOf: ReadonlyMap<number, number>,
  ) {}

  add(versionId: number, subject: Subject, measure: Measure, value: number): void {
    this.#sumOf(versionId, subject)?.add(measure, value);
  }

  addContent(versionId: number, content: Content): void {
    for (const [subject, numbers] of Object.entries(content)) {
      this.#sumOf(versionId, subject)?.addStored(numbers);
    }
  }

  addAll(other: ReportSums): void {
    this.#lanes = null;
    this.cases.addSum(other.cases);
    for (const part of ["steps", "handOvers", "people"] as const) {
      for (const [key, sum] of other[part]) at(this[part], key).addSum(sum);
    }
  }

  /** Of each lane, by `LaneGroup.id`: what its steps make together. */
  get lanes(): ReadonlyMap<string, Sum> {
    if (!this.#lanes) {
      const lanes = new Map<string, Sum>();
      for (const [key, sum] of this.steps) at(lanes, stepOf(key).laneId).addSum(sum);
      this.#lanes = lanes;
    }
    return this.#lanes;
  }

  lane(id: string): Sum {
    return this.lanes.get(id) ?? new Sum();
  }

  /** Where the numbers of a subject go; `null`: lanes of one line hand nothing over to one another. */
  #sumOf(versionId: number, subject: Subject): Sum | null {
    this.#lanes = null;
    const parts = subjectParts(subject);
    if (parts.type === "CASE") return this.cases;
    const idOf = (lane: string): string => this.groups.idOf(versionId, lane);
    if (parts.type === "STEP") {
      const sopId = this.sopOf.get(versionId);
      return at(this.steps, sumKeyOfStep(sopId, parts.node, idOf(parts.lane)));
    }
    if (parts.type === "PERSON") {
      return at(this.people, [parts.person, idOf(parts.lane)].join(separator));
    }
    const [from, to] = [idOf(parts.from), idOf(parts.to)];
    return from === to ? null : at(this.handOvers, [from, to].join(separator));
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
  if (!sum) sums.set(key, (sum = new Sum()));
  return sum;
}

export const numberOf = (sum: Sum, measure: Measure): number => sum.numbers.get(measure) ?? 0;
