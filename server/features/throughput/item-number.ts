import { barOf } from "./lead-time-bars.js";
import { itemMeasures } from "./item-measures.js";
import { growth } from "./lane-figures.js";
import type { LedgerReading, OpenStay } from "./ledger-reading.js";
import { caseGrowth, pairOf, personOf, type ReportSums, stepOf, type Sum } from "./report-sums.js";
import type { Measure } from "./report-inputs.js";
import type { ReportScope } from "./report-scope.js";

/** Which number is opened. */
export interface AskedNumber {
  readonly measure: Measure;
  readonly laneId: string | null;
  readonly fromLaneId: string | null;
  readonly stepKey: string | null;
  readonly personId: number | null;
  readonly bar: number | null;
}

/** The number as the report has it, from the same reading as its list. */
export function itemNumber(
  { total, after, open, openCases }: LedgerReading,
  scope: ReportScope,
  asked: AskedNumber,
): number {
  const { measure, bar } = asked;
  if (measure === "CASES_RUNNING") return openCases - caseGrowth(after);
  if (measure === "WAITING") {
    const grown = chosen(after, asked).reduce((all, sum) => all + growth(sum), 0);
    return open.filter((stay) => isChosen(stay, scope, asked)).length - grown;
  }
  if (bar !== null) {
    let count = 0;
    total.cases.times.get("lead")?.forEach((bin, inBin) => {
      if (barOf(bin) === bar) count += inBin;
    });
    return count;
  }
  const { numberIn } = itemMeasures[measure];
  return chosen(total, asked).reduce((all, sum) => all + numberIn(sum), 0);
}

/** The sums that the number is of. */
function chosen(sums: ReportSums, asked: AskedNumber): readonly Sum[] {
  const { measure, laneId, stepKey, personId, fromLaneId } = asked;
  if (itemMeasures[measure].of === "CASE") return [sums.cases];
  if (measure === "HANDED_OVER") {
    return those(sums.handOvers, (key) => {
      const { from, to } = pairOf(key);
      return (laneId ?? to) === to && (fromLaneId ?? from) === from;
    });
  }
  if (personId !== null) {
    return those(sums.people, (key) => {
      const person = personOf(key);
      return person.personId === personId && (laneId ?? person.laneId) === person.laneId;
    });
  }
  if (stepKey !== null) {
    return those(sums.steps, (key) => {
      const step = stepOf(key);
      return step.stepKey === stepKey && (laneId ?? step.laneId) === step.laneId;
    });
  }
  return those(sums.lanes, (key) => (laneId ?? key) === key);
}

const those = (sums: ReadonlyMap<string, Sum>, isWanted: (key: string) => boolean): Sum[] =>
  [...sums].flatMap(([key, sum]) => (isWanted(key) ? [sum] : []));

const isChosen = (stay: OpenStay, { groups }: ReportScope, asked: AskedNumber): boolean =>
  (asked.stepKey ?? stay.node) === stay.node &&
  (asked.laneId === null || groups.idOf(stay.versionId, stay.lane ?? "") === asked.laneId);
