import type { Drawing, Shape } from "../../../../../domain/index.js";
import type { Locale } from "../../../../kernel/context.js";
import { momentInWords } from "../../../../kernel/moment-in-words.js";
import type { LaneThroughput } from "../../report-types.js";
import { exportWords } from "../export-words.js";
import { nameOfLane, shareOf } from "../report-fields.js";
import type { ReportSubject } from "../report-tables.js";
import { Amounts } from "./amounts.js";
import { completionChart, trendChart } from "./course-charts.js";
import { drawHandOvers } from "./hand-over-matrix.js";
import { leadTimeHistogram } from "./lead-time-histogram.js";
import { PageFlow } from "./page-flow.js";
import { drawHead } from "./page-head.js";
import { heading, note } from "./page-parts.js";
import { drawTable } from "./page-table.js";
import { type PageWords, pageWords } from "./page-words.js";
import { type Area, sheet } from "./sheet.js";

const chartHeight = 176;

/** A report as an official paper on A4: who holds up the work, the figures, tables and charts. */
export function reportPages(
  report: LaneThroughput,
  subject: ReportSubject,
  locale: Locale,
): readonly Drawing[] {
  const words = exportWords[locale];
  const page = pageWords[locale];
  const amounts = new Amounts(locale, report.minutesPerWorkingDay);
  const flow = new PageFlow();
  const asOf = page.asOf(momentInWords(locale, report.office.timeZone, report.asOf));
  drawHead(flow, report, subject, { words, page, amounts, asOf });

  heading(flow, words.tables.LANES, 90);
  drawLanes(flow, report, amounts, locale);
  note(flow, page.lanesNote);

  if (report.steps.length > 0) {
    heading(flow, words.tables.STEPS, 90);
    drawSteps(flow, report, subject, amounts, locale);
    note(flow, page.stepsNote);
  }
  const { course, cases } = report;
  const chart = (title: string, text: string | null, draw: ((area: Area) => Shape[]) | null) => {
    heading(flow, title, chartHeight + 20);
    if (text !== null) note(flow, text);
    if (draw === null) return note(flow, page.nothing);
    flow.add(...draw({ x: sheet.left, y: flow.y, width: sheet.room, height: chartHeight }));
    flow.down(chartHeight);
  };
  const { histogram } = cases;
  chart(
    page.histogram,
    page.histogramNote,
    histogram.length === 0 ? null : (area) => leadTimeHistogram(cases, area, page, amounts),
  );
  const hasCases = course.some(({ started, completed }) => started + completed > 0);
  chart(
    page.course,
    null,
    hasCases ? (area) => completionChart(report, area, page, amounts) : null,
  );
  const hasTimes = course.some(({ leadTimes }) => leadTimes.p50 !== null);
  chart(page.trend, null, hasTimes ? (area) => trendChart(report, area, page, amounts) : null);

  heading(flow, page.handOvers, 90);
  if (report.handOvers.length === 0) note(flow, page.nothing);
  else drawHandOvers(flow, report, { words, page, amounts });
  if (report.people !== null) {
    heading(flow, words.tables.PEOPLE, 60);
    drawPeople(flow, report.people, subject, amounts, locale);
  }
  return flow.finished(`${words.title} · ${asOf}`, page.page);
}

const number = (heading: string, width: number) => ({ heading, width, isNumber: true });
const text = (heading: string, width: number | null = null) => ({
  heading,
  width,
  isNumber: false,
});

function drawLanes(
  flow: PageFlow,
  { lanes, bottleneck }: LaneThroughput,
  amounts: Amounts,
  locale: Locale,
): void {
  const words = exportWords[locale];
  const { lanes: heads }: PageWords = pageWords[locale];
  drawTable(
    flow,
    [
      text(words.columns.lane),
      number(heads.arrived, 48),
      number(heads.finished, 52),
      number(heads.withdrawn, 50),
      number(heads.waiting, 54),
      number(heads.onTime, 50),
      number(heads.rework, 50),
      number(heads.queue, 82),
      number(heads.work, 82),
      number(heads.share, 54),
    ],
    lanes.map((one) => ({
      isStrong: one.lane.id === bottleneck?.lane.id,
      cells: [
        nameOfLane(one.lane, words),
        amounts.number(one.arrived),
        amounts.number(one.finished),
        amounts.number(one.withdrawn),
        amounts.number(one.waiting),
        amounts.share(shareOf(one.onTime, one.withStandard)),
        amounts.number(one.rework),
        amounts.duration(one.queueTimes.p50),
        amounts.duration(one.workTimes.p50),
        amounts.share(one.share),
      ],
    })),
  );
}

function drawSteps(
  flow: PageFlow,
  { steps }: LaneThroughput,
  { sopTitles }: ReportSubject,
  amounts: Amounts,
  locale: Locale,
): void {
  const words = exportWords[locale];
  const { steps: heads } = pageWords[locale];
  const isOne = new Set(steps.map(({ sopId }) => sopId)).size === 1;
  drawTable(
    flow,
    [
      text(heads.number, 28),
      text(words.columns.step),
      text(words.columns.lane, 120),
      number(heads.finished, 50),
      number(heads.waiting, 54),
      number(heads.standard, 70),
      number(heads.median, 74),
      number(heads.nineOfTen, 74),
      number(heads.onTime, 46),
    ],
    steps.flatMap((one, at) => [
      ...(isOne || steps[at - 1]?.sopId === one.sopId
        ? []
        : [{ cells: [sopTitles.get(one.sopId) ?? ""], isTitle: true }]),
      {
        cells: [
          one.number === null ? "–" : String(one.number),
          one.text,
          nameOfLane(one.lane, words),
          amounts.number(one.finished),
          amounts.number(one.waiting),
          amounts.duration(one.standard),
          amounts.duration(one.times.p50),
          amounts.duration(one.times.p90),
          amounts.share(shareOf(one.onTime, one.withStandard)),
        ],
      },
    ]),
  );
}

function drawPeople(
  flow: PageFlow,
  people: NonNullable<LaneThroughput["people"]>,
  { personNames }: ReportSubject,
  amounts: Amounts,
  locale: Locale,
): void {
  const words = exportWords[locale];
  const { lanes: heads } = pageWords[locale];
  drawTable(
    flow,
    [
      text(words.columns.person),
      text(words.columns.lane),
      number(heads.finished, 60),
      number(heads.onTime, 70),
      number(words.columns.meanWork, 110),
    ],
    people.map(({ personId, lane, finished, onTime, withStandard, meanWork }) => ({
      cells: [
        personNames.get(personId) ?? words.unknownPerson,
        nameOfLane(lane, words),
        amounts.number(finished),
        amounts.share(shareOf(onTime, withStandard)),
        amounts.duration(meanWork),
      ],
    })),
  );
}
