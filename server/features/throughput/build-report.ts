import { longestStandardTime, type WorkingCalendar } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import { Histogram } from "../../runtime/throughput/histogram.js";
import { bottleneckOf } from "./bottleneck-of.js";
import { courseOf } from "./course-of.js";
import { durationFigures } from "./duration-figures-of.js";
import { growth, laneFigures } from "./lane-figures.js";
import { leadTimeBars } from "./lead-time-bars.js";
import type { LedgerReading, OpenStay } from "./ledger-reading.js";
import type { ReportPeriod } from "./report-period.js";
import type { ReportScope } from "./report-scope.js";
import {
  caseGrowth,
  numberOf,
  pairOf,
  personOf,
  type ReportSums,
  Sum,
  sumKeyOfStep,
} from "./report-sums.js";
import { HandOver, PersonFigures, ThroughputLane } from "./lane-types.js";
import { CaseFigures, LaneThroughput } from "./report-types.js";
import { KnownSteps, stepFigures } from "./step-figures.js";

export interface ReportOptions {
  readonly scope: ReportScope;
  readonly period: ReportPeriod;
  readonly reading: LedgerReading;
  readonly locale: Locale;
  /** Names of positions by id, as they are called now. */
  readonly positionNames: ReadonlyMap<number, string>;
  readonly withPeople: boolean;
}

/** Makes the report of a reading whose ranges are the steps of the period. */
export function buildReport(options: ReportOptions): LaneThroughput {
  const { scope, period, reading, locale } = options;
  const { calendar, today } = reading;
  const { total } = reading;
  const isNow = period.from <= today && today <= period.to;
  const lanes = throughputLanes(options);
  const openOf = openByKey(reading.open, scope);
  const waiting = new Map<string, number>();
  for (const id of lanes.keys()) {
    waiting.set(id, (openOf.lanes.get(id)?.length ?? 0) - growth(reading.after.lane(id)));
  }
  const figures = [...lanes.values()].map((lane) =>
    laneFigures(
      lane,
      total.lane(lane.id),
      waiting.get(lane.id) ?? 0,
      isNow ? (openOf.lanes.get(lane.id) ?? []) : null,
    ),
  );
  const allTime = figures.reduce((all, { working }) => all + working.total, 0);
  for (const lane of figures) lane.share = allTime === 0 ? null : lane.working.total / allTime;
  const runningAtEnd = reading.openCases - caseGrowth(reading.after);
  const course = courseOf(reading, period, lanes, waiting, runningAtEnd);
  return Object.assign(new LaneThroughput(), {
    office: scope.office,
    versionIds: scope.versions.map(({ versionId }) => versionId),
    from: period.from,
    to: period.to,
    bucket: period.bucket,
    asOf: reading.asOf,
    minutesPerWorkingDay: calendar.minutesPerWorkingDay,
    cases: caseFigures(total, runningAtEnd, scope, calendar),
    lanes: figures,
    steps: stepFigures(total.steps, {
      steps: new KnownSteps(scope.versions),
      lanes,
      waitingOf: (key) =>
        (openOf.steps.get(key) ?? 0) - growth(reading.after.steps.get(key) ?? new Sum()),
      minutesPerWorkingDay: calendar.minutesPerWorkingDay,
    }),
    handOvers: handOvers(total, lanes),
    bottleneck: bottleneckOf(figures, course, {
      open: openOf.lanes,
      asOf: reading.asOf,
      locale,
    }),
    course,
    people: options.withPeople ? people(total, lanes) : null,
    compared: null,
  });
}

function throughputLanes({ scope, positionNames }: ReportOptions): Map<string, ThroughputLane> {
  const lanes = new Map<string, ThroughputLane>();
  for (const group of scope.groups.all) {
    const { positionId, laneKey } = group;
    const name =
      laneKey === null && positionId !== null
        ? (positionNames.get(positionId) ?? group.name)
        : group.name;
    lanes.set(group.id, Object.assign(new ThroughputLane(), { ...group, name }));
  }
  return lanes;
}

function openByKey(open: readonly OpenStay[], { groups, versions }: ReportScope) {
  const sopOf = new Map(versions.map(({ versionId, sopId }) => [versionId, sopId]));
  const lanes = new Map<string, OpenStay[]>();
  const steps = new Map<string, number>();
  for (const stay of open) {
    const lane = groups.idOf(stay.versionId, stay.lane ?? "");
    const known = lanes.get(lane);
    if (known) known.push(stay);
    else lanes.set(lane, [stay]);
    const step = sumKeyOfStep(sopOf.get(stay.versionId), stay.node, lane);
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  return { lanes, steps };
}

function caseFigures(
  { cases }: ReportSums,
  running: number,
  { versions, sopId }: ReportScope,
  { minutesPerWorkingDay }: WorkingCalendar,
): CaseFigures {
  const [newest] = versions;
  const longest =
    sopId === null || !newest ? null : longestStandardTime(newest.graph, minutesPerWorkingDay);
  return Object.assign(new CaseFigures(), {
    started: numberOf(cases, "started"),
    completed: numberOf(cases, "completed"),
    cancelled: numberOf(cases, "cancelled"),
    running,
    leadTimes: durationFigures(cases, "lead"),
    clockLeadTimes: durationFigures(cases, "clockLead"),
    standard: longest && longest.minutes * 60_000,
    histogram: leadTimeBars(cases.times.get("lead") ?? new Histogram()),
  });
}

function handOvers(
  { handOvers: sums }: ReportSums,
  lanes: ReadonlyMap<string, ThroughputLane>,
): HandOver[] {
  const found = [...sums].flatMap(([key, sum]) => {
    const pair = pairOf(key);
    const [from, to] = [lanes.get(pair.from), lanes.get(pair.to)];
    const [count, returned] = [numberOf(sum, "count"), numberOf(sum, "returned")];
    if (!from || !to || count === 0) return [];
    return [Object.assign(new HandOver(), { from, to, count, returned })];
  });
  // In one order whatever the sums were read in.
  const keyOf = ({ from, to }: HandOver): string => `${from.id} ${to.id}`;
  return found.sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function people(
  { people: sums }: ReportSums,
  lanes: ReadonlyMap<string, ThroughputLane>,
): PersonFigures[] {
  const found = [...sums].flatMap(([key, sum]) => {
    const { personId, laneId } = personOf(key);
    const lane = lanes.get(laneId);
    const finished = numberOf(sum, "finished");
    if (!lane || finished === 0) return [];
    return [
      Object.assign(new PersonFigures(), {
        personId,
        lane,
        finished,
        withStandard: numberOf(sum, "withStandard"),
        onTime: numberOf(sum, "onTime"),
        meanWork: Math.round(numberOf(sum, "work:sum") / finished),
      }),
    ];
  });
  return found.sort(
    (a, b) =>
      b.finished - a.finished || a.personId - b.personId || (a.lane.id < b.lane.id ? -1 : 1),
  );
}
