import type {
  LaneFigures,
  LaneThroughput,
  ThroughputLane,
  ThroughputStep,
} from "../report-types.js";
import type { HandOver, PersonFigures, StepFigures } from "../report-types.js";
import type { DurationFigures, TimeFigures } from "../time-figures.js";
import type { DurationGroup, ExportWords, PlainColumn, TimePart } from "./export-words.js";
import type { Cell, CellKind, ReportTable, TableColumn, TableKey } from "./report-table.js";

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

interface Field<Row> extends TableColumn {
  readonly value: (row: Row) => Cell;
}

/**
 * A report as tables: summary, lanes, steps, hand-overs, its course, and people where the asker may
 * see them. The same tables go into a CSV, an XLSX and a PDF.
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

export const nameOfLane = ({ name, isRequesters }: ThroughputLane, words: ExportWords): string =>
  name === "" && isRequesters ? words.requesters : name;

/** A share of a count; `null` of none. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

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

interface OnTimeFigures {
  readonly withStandard: number;
  readonly onTime: number;
}

/** Makes the columns of tables, with their headings. */
class Fields {
  constructor(readonly words: ExportWords) {}

  plain<Row>(key: PlainColumn, kind: CellKind, value: (row: Row) => Cell): Field<Row> {
    return { key, kind, value, heading: this.words.columns[key] };
  }

  lane<Row>(key: PlainColumn, lane: (row: Row) => ThroughputLane): Field<Row> {
    return this.plain(key, "TEXT", (row) => nameOfLane(lane(row), this.words));
  }

  /** In working time. */
  duration<Row>(key: PlainColumn, value: (row: Row) => Cell): Field<Row> {
    const heading = `${this.words.columns[key]} (${this.words.workingMinutes})`;
    return { key, kind: "DURATION", value, heading };
  }

  onTime<Row extends OnTimeFigures>(): Field<Row>[] {
    return [
      this.plain("withStandard", "COUNT", ({ withStandard }) => withStandard),
      this.plain("onTime", "COUNT", ({ onTime }) => onTime),
      this.plain("onTimeShare", "SHARE", (row) => shareOf(row.onTime, row.withStandard)),
    ];
  }

  durations<Row>(group: DurationGroup, of: (row: Row) => DurationFigures | null): Field<Row>[] {
    const { durations, figures, workingMinutes, clockMinutes } = this.words;
    const unit = group === "clockLeadTimes" ? clockMinutes : workingMinutes;
    const field = (figure: keyof DurationFigures, kind: CellKind): Field<Row> => ({
      key: `${group}.${figure}`,
      kind,
      heading: `${durations[group]}, ${figures[figure]}${kind === "COUNT" ? "" : ` (${unit})`}`,
      value: (row) => of(row)?.[figure] ?? null,
    });
    const parts = (["mean", "p50", "p90", "p95"] as const).map((figure) =>
      field(figure, "DURATION"),
    );
    return [field("count", "COUNT"), ...parts];
  }

  times<Row>(kind: "working" | "clock", of: (row: Row) => TimeFigures): Field<Row>[] {
    const unit = kind === "working" ? this.words.workingMinutes : this.words.clockMinutes;
    const parts = Object.entries(this.words.times) as [TimePart, string][];
    return parts.map(([part, name]) => ({
      key: `${kind}.${part}`,
      kind: "DURATION",
      heading: `${name} (${unit})`,
      value: (row) => of(row)[part],
    }));
  }
}
