import { type GraphNode, rowNumbers, standardMinutes } from "../../../domain/index.js";
import type { EnactedVersion } from "../../runtime/enacted-version.js";
import { durationFigures } from "./duration-figures-of.js";
import { numberOf, stepOf, type Sum } from "./report-sums.js";
import { StepFigures, type ThroughputLane } from "./lane-types.js";
import { timeFigures } from "./time-figures-of.js";

/** A step as the newest version that has it says it. */
interface KnownStep {
  readonly node: GraphNode;
  /** Its number, where the newest version of the SOP still has it. */
  readonly number: number | null;
  /** Its place among all steps of the report. */
  readonly order: number;
}

/** The steps of versions that are in the order of newest first, by SOP and key. */
export class KnownSteps {
  readonly #steps = new Map<string, KnownStep>();

  constructor(versions: readonly EnactedVersion[]) {
    const newest = new Set<number>();
    for (const { sopId, graph } of versions) {
      const isNewest = !newest.has(sopId);
      newest.add(sopId);
      const numbers = rowNumbers(graph);
      for (const node of graph.nodes) {
        const key = `${sopId} ${node.key}`;
        if (this.#steps.has(key)) continue;
        const number = isNewest ? (numbers.get(node.key) ?? null) : null;
        this.#steps.set(key, { node, number, order: this.#steps.size });
      }
    }
  }

  get(sopId: number, stepKey: string): KnownStep | undefined {
    return this.#steps.get(`${sopId} ${stepKey}`);
  }
}

/** What is said of each step in each lane, in the form's order. */
export function stepFigures(
  sums: ReadonlyMap<string, Sum>,
  it: {
    readonly steps: KnownSteps;
    readonly lanes: ReadonlyMap<string, ThroughputLane>;
    readonly waitingOf: (key: string) => number;
    readonly minutesPerWorkingDay: number;
  },
): StepFigures[] {
  const found = [...sums].flatMap(([key, sum]) => {
    const { sopId, stepKey, laneId } = stepOf(key);
    const known = it.steps.get(sopId, stepKey);
    const lane = it.lanes.get(laneId);
    return known && lane ? [{ key, sum, sopId, stepKey, lane, known }] : [];
  });
  found.sort((a, b) => a.known.order - b.known.order || (a.lane.id < b.lane.id ? -1 : 1));
  return found.map(({ key, sum, sopId, stepKey, lane, known: { node, number } }) =>
    Object.assign(new StepFigures(), {
      sopId,
      stepKey,
      number,
      text: node.text,
      lane,
      standard:
        node.standardTime &&
        Math.round(standardMinutes(node.standardTime, it.minutesPerWorkingDay) * 60_000),
      arrived: numberOf(sum, "arrived"),
      finished: numberOf(sum, "finished"),
      waiting: it.waitingOf(key),
      withStandard: numberOf(sum, "withStandard"),
      onTime: numberOf(sum, "onTime"),
      rework: numberOf(sum, "rework"),
      times: durationFigures(sum, "time"),
      working: timeFigures(sum, "working").total,
    }),
  );
}
