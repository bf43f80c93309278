import {
  binOfMeasure,
  type LaneKey,
  type Measure,
  type NodeKey,
  type Subject,
  subjectParts,
} from "../../../domain/index.js";
import type { Content, StoredNumbers } from "../../runtime/throughput/cell-content.js";
import { Histogram } from "../../runtime/throughput/histogram.js";
import type { LaneGroups } from "./lane-groups.js";

const separator = "\t";

/** Numbers by measure, and how long things took; what is absent is 0. */
export class Sum {
  readonly numbers = new Map<Measure, number>();
  /** Histograms by kind of duration. */
  readonly times = new Map<string, Histogram>();

  add(measure: Measure, value: number): void {
    const binned = binOfMeasure(measure);
    if (binned) this.#histogram(binned.kind).add(binned.bin, value);
    else this.#addNumber(measure, value);
  }

  addStored(stored: StoredNumbers, keepsTimes: boolean): void {
    for (const measure in stored) {
      const value = stored[measure]!;
      if (typeof value === "number") this.#addNumber(measure, value);
      else if (keepsTimes) this.#histogram(measure).addPairs(value);
    }
  }

  addSum(other: Sum): void {
    for (const [measure, value] of other.numbers) this.#addNumber(measure, value);
    for (const [kind, histogram] of other.times) this.#histogram(kind).addAll(histogram);
  }

  #addNumber(measure: Measure, value: number): void {
    this.numbers.set(measure, (this.numbers.get(measure) ?? 0) + value);
  }

  #histogram(kind: string): Histogram {
    let histogram = this.times.get(kind);
    if (!histogram) this.times.set(kind, (histogram = new Histogram()));
    return histogram;
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
    /** Whether the histograms of steps and lanes are wanted; those of cases always are. */
    private readonly keepsTimes: boolean,
  ) {}

  add(versionId: number, subject: Subject, measure: Measure, value: number): void {
    this.#sumOf(versionId, subject)?.add(measure, value);
  }

  addContent(versionId: number, content: Content): void {
    for (const subject in content) {
      const sum = this.#sumOf(versionId, subject);
      sum?.addStored(content[subject]!, this.keepsTimes || sum === this.cases);
    }
  }

  /** Where the numbers of a step in a lane go. */
  step(versionId: number, lane: LaneKey, node: NodeKey): Sum {
    this.#lanes = null;
    const sopId = this.sopOf.get(versionId);
    return at(this.steps, sumKeyOfStep(sopId, node, this.groups.idOf(versionId, lane)));
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
    if (parts.type === "STEP") return this.step(versionId, parts.lane, parts.node);
    const idOf = (lane: string): string => this.groups.idOf(versionId, lane);
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

/** How many cases a stretch leaves more under way than it found. */
export const caseGrowth = ({ cases }: ReportSums): number =>
  numberOf(cases, "started") - numberOf(cases, "completed") - numberOf(cases, "cancelled");
