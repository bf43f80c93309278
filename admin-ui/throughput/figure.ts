import type {
  LaneThroughputInput,
  ThroughputCasesInput,
  ThroughputMeasure,
} from "../generated/graphql.js";
import type { Period } from "./report-period.js";

/** Which number of a report: what the list behind it is asked by. */
export interface Figure {
  readonly measure: ThroughputMeasure;
  readonly laneId?: string;
  readonly fromLaneId?: string;
  readonly stepKey?: string;
  /** Of this SOP alone, in a report of several. */
  readonly sopId?: string;
  readonly personId?: string;
  readonly bar?: number;
  /** Of one step of the period. */
  readonly period?: Period;
}

/** The same for the same number of a report. */
export const figureKey = (figure: Figure): string =>
  JSON.stringify(Object.entries(figure).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** The list behind a number of the report that was asked for by `report`. */
export function casesInputOf(
  { sopId, period, ...figure }: Figure,
  report: LaneThroughputInput,
): ThroughputCasesInput {
  return {
    ...figure,
    scope: sopId === undefined ? report.scope : { ...report.scope, sopIds: [sopId] },
    period: period ?? report.period,
  };
}
