import type { ThroughputStep } from "../course-types.js";
import type {
  HandOver,
  LaneFigures,
  PersonFigures,
  StepFigures,
  ThroughputLane,
} from "../lane-types.js";
import type { LaneThroughput } from "../report-types.js";
import type { ExportWords } from "./export-words.js";
import { type Field, Fields, nameOfLane } from "./report-fields.js";
import type { Cell, ReportTable, TableKey } from "./report-table.js";

/** What a report is about, in words. */
export interface ReportSubject {
  readonly office: string;
  /** Titles of its SOPs with number and part; none: all of the office's. */
  readonly sops: readonly string[];
  /** The numbers of its versions; `null` where it is about several SOPs. */
  readonly versions: string | null;
  readonly sopTitles: ReadonlyMap<number, string>;
  readonly personNames: ReadonlyMap<number, string>;
}

/**
 * A report as tables: summary, lanes, steps, hand-overs, its course, and people where the asker may
 * see them. The same tables go into a CSV and an XLSX.
 */
export function reportTables(
  report: LaneThroughput,
  subject: ReportSubject,
  words: ExportWords,
): readonly ReportTable[] {
  const fields = new Fields(words);
  const table = <Row>(key: TableKey, rows: readonly Row[], of: readonly Field<Row>[]) => ({
    key,
    title: words.tables[key],
    columns: of.map(({ key: column, heading, kind }) => ({ key: column, heading, kind })),
    rows: rows.map((row) => of.map(({ value }) => value(row))),
  });
  return [
    table("SUMMARY", [report], summaryFields(fields, subject)),
    table("LANES", report.lanes, laneFields(fields)),
    table("STEPS", report.steps, stepFields(fields, subject)),
    table("HAND_OVERS", report.handOvers, handOverFields(fields)),
    table("COURSE", courseRows(report), courseFields(fields)),
    ...(report.people === null
      ? []
      : [table("PEOPLE", report.people, personFields(fields, subject))]),
  ];
}

const summaryFields = (
  fields: Fields,
  { office, sops, versions }: ReportSubject,
): Field<LaneThroughput>[] => [
  fields.plain("office", "TEXT", () => office),
  fields.plain("sops", "TEXT", () => (sops.length > 0 ? sops.join("; ") : fields.words.allSops)),
  fields.plain("versions", "TEXT", () => versions),
  fields.plain("from", "DAY", ({ from }) => from),
  fields.plain("to", "DAY", ({ to }) => to),
  fields.plain("asOf", "MOMENT", ({ asOf }) => asOf),
  fields.plain("minutesPerWorkingDay", "COUNT", (report) => report.minutesPerWorkingDay),
  fields.plain("bottleneck", "TEXT", ({ bottleneck }) => bottleneck?.sentence ?? null),
  fields.plain("started", "COUNT", ({ cases }) => cases.started),
  fields.plain("completed", "COUNT", ({ cases }) => cases.completed),
  fields.plain("cancelled", "COUNT", ({ cases }) => cases.cancelled),
  fields.plain("running", "COUNT", ({ cases }) => cases.running),
  fields.duration("standard", ({ cases }) => cases.standard),
  ...fields.durations<LaneThroughput>("leadTimes", ({ cases }) => cases.leadTimes),
  ...fields
    .durations<LaneThroughput>("clockLeadTimes", ({ cases }) => cases.clockLeadTimes)
    .slice(1),
];

const laneFields = (fields: Fields): Field<LaneFigures>[] => [
  fields.lane("lane", ({ lane }) => lane),
  fields.plain("arrived", "COUNT", ({ arrived }) => arrived),
  fields.plain("finished", "COUNT", ({ finished }) => finished),
  fields.plain("withdrawn", "COUNT", ({ withdrawn }) => withdrawn),
  fields.plain("waiting", "COUNT", ({ waiting }) => waiting),
  fields.plain("oldest", "MOMENT", ({ oldest }) => oldest?.since ?? null),
  ...fields.onTime<LaneFigures>(),
  fields.plain("rework", "COUNT", ({ rework }) => rework),
  fields.plain("share", "SHARE", ({ share }) => share),
  ...fields.durations<LaneFigures>("queueTimes", ({ queueTimes }) => queueTimes),
  ...fields.durations<LaneFigures>("workTimes", ({ workTimes }) => workTimes),
  ...fields.durations<LaneFigures>("reworkTimes", ({ reworkTimes }) => reworkTimes),
  ...fields.durations<LaneFigures>("waitingTimes", ({ waitingTimes }) => waitingTimes),
  ...fields.times<LaneFigures>("working", ({ working }) => working),
  ...fields.times<LaneFigures>("clock", ({ clock }) => clock),
];

const stepFields = (fields: Fields, { sopTitles }: ReportSubject): Field<StepFigures>[] => [
  fields.plain("sop", "TEXT", ({ sopId }) => sopTitles.get(sopId) ?? null),
  fields.plain("stepNumber", "COUNT", ({ number }) => number),
  fields.plain("step", "TEXT", ({ text }) => text),
  fields.lane("lane", ({ lane }) => lane),
  fields.duration("standard", ({ standard }) => standard),
  fields.plain("arrived", "COUNT", ({ arrived }) => arrived),
  fields.plain("finished", "COUNT", ({ finished }) => finished),
  fields.plain("waiting", "COUNT", ({ waiting }) => waiting),
  ...fields.onTime<StepFigures>(),
  fields.plain("rework", "COUNT", ({ rework }) => rework),
  ...fields.durations<StepFigures>("times", ({ times }) => times),
  fields.duration("working", ({ working }) => working),
];

const handOverFields = (fields: Fields): Field<HandOver>[] => [
  fields.lane("fromLane", ({ from }) => from),
  fields.lane("toLane", ({ to }) => to),
  fields.plain("count", "COUNT", ({ count }) => count),
  fields.plain("returned", "COUNT", ({ returned }) => returned),
];

/** A step of the period as a whole (`lane` is null), or what of it lay with one lane. */
interface CourseRow {
  readonly step: ThroughputStep;
  readonly lane: ThroughputLane | null;
  readonly figures: ThroughputStep["lanes"][number] | null;
}

function courseRows({ course, lanes }: LaneThroughput): readonly CourseRow[] {
  const byId = new Map(lanes.map(({ lane }) => [lane.id, lane]));
  return course.flatMap((step) => [
    { step, lane: null, figures: null },
    ...step.lanes.map((figures) => ({ step, lane: byId.get(figures.laneId) ?? null, figures })),
  ]);
}

const courseFields = (fields: Fields): Field<CourseRow>[] => {
  const ofCases = (value: (step: ThroughputStep) => Cell) => (row: CourseRow) =>
    row.figures === null ? value(row.step) : null;
  const ofLane = (value: (figures: ThroughputStep["lanes"][number]) => Cell) => (row: CourseRow) =>
    row.figures === null ? null : value(row.figures);
  return [
    fields.plain("from", "DAY", ({ step }) => step.from),
    fields.plain("to", "DAY", ({ step }) => step.to),
    fields.plain("lane", "TEXT", ({ lane }) => lane && nameOfLane(lane, fields.words)),
    fields.plain(
      "started",
      "COUNT",
      ofCases(({ started }) => started),
    ),
    fields.plain(
      "completed",
      "COUNT",
      ofCases(({ completed }) => completed),
    ),
    fields.plain(
      "cancelled",
      "COUNT",
      ofCases(({ cancelled }) => cancelled),
    ),
    fields.plain(
      "running",
      "COUNT",
      ofCases(({ running }) => running),
    ),
    ...fields.durations<CourseRow>("leadTimes", ({ step, figures }) =>
      figures === null ? step.leadTimes : null,
    ),
    fields.plain(
      "arrived",
      "COUNT",
      ofLane(({ arrived }) => arrived),
    ),
    fields.plain(
      "finished",
      "COUNT",
      ofLane(({ finished }) => finished),
    ),
    fields.plain(
      "withdrawn",
      "COUNT",
      ofLane(({ withdrawn }) => withdrawn),
    ),
    fields.plain(
      "waiting",
      "COUNT",
      ofLane(({ waiting }) => waiting),
    ),
    fields.duration(
      "working",
      ofLane(({ working }) => working),
    ),
  ];
};

const personFields = (fields: Fields, { personNames }: ReportSubject): Field<PersonFigures>[] => [
  fields.plain(
    "person",
    "TEXT",
    ({ personId }) => personNames.get(personId) ?? fields.words.unknownPerson,
  ),
  fields.lane("lane", ({ lane }) => lane),
  fields.plain("finished", "COUNT", ({ finished }) => finished),
  ...fields.onTime<PersonFigures>(),
  fields.duration("meanWork", ({ meanWork }) => meanWork),
];
