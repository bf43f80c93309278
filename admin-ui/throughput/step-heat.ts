import { markKey } from "../cases/step-marks.js";

/** How much of the working time a box of the form took: 0 for none, 5 for the most. */
export const heatLevels = [0, 1, 2, 3, 4, 5] as const;
export type HeatLevel = (typeof heatLevels)[number];

/** From which part of the time on, 0 to 1, a level counts; above 0 the first is anything. */
export const heatBounds: readonly number[] = [0, 0, 0.05, 0.1, 0.2, 0.4];

export interface StepHeat {
  readonly level: HeatLevel;
  /** Its part of the working time of all cases, 0 to 1. */
  readonly share: number;
}

interface Step {
  readonly stepKey: string;
  readonly lane: { readonly laneKey: string | null };
  readonly working: number;
}

/** By box of the form. `total` is the working time of all lanes, in ms. */
export function stepHeat(steps: readonly Step[], total: number): ReadonlyMap<string, StepHeat> {
  return new Map(
    steps.map(({ stepKey, lane, working }) => {
      const share = total > 0 ? working / total : 0;
      return [markKey(stepKey, lane.laneKey ?? ""), { level: heatLevel(share), share }];
    }),
  );
}

function heatLevel(share: number): HeatLevel {
  if (share <= 0) return 0;
  return heatLevels.findLast((level) => level > 0 && share >= (heatBounds[level] ?? 1)) ?? 1;
}
