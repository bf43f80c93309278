import type { LaneThroughput } from "../../report-types.js";
import type { ExportWords } from "../export-words.js";
import type { ReportSubject } from "../report-tables.js";
import type { Amounts } from "./amounts.js";
import type { PageFlow } from "./page-flow.js";
import type { PageWords } from "./page-words.js";
import {
  box,
  brokenText,
  colours,
  heightOfLines,
  lineThrough,
  paragraph,
  sheet,
  type TextLook,
} from "./sheet.js";

interface HeadTexts {
  readonly words: ExportWords;
  readonly page: PageWords;
  readonly amounts: Amounts;
  readonly asOf: string;
}

/** More titles than these are counted, and stand in the other files. */
const mostTitles = 6;

/** The office's letterhead, what the report is about, the bottleneck and the key figures. */
export function drawHead(
  flow: PageFlow,
  report: LaneThroughput,
  subject: ReportSubject,
  texts: HeadTexts,
): void {
  const { words, page, amounts, asOf } = texts;
  const { office } = report;
  if (office.government) line(flow, office.government.toUpperCase(), { size: 11 });
  line(flow, subject.office.toUpperCase(), { size: 16, face: "bold" });
  flow.down(4);
  for (const [offset, width] of [
    [0, 2],
    [3, 0.75],
  ] as const) {
    const y = flow.y + offset;
    flow.add(
      lineThrough(
        [
          { x: sheet.left, y },
          { x: sheet.right, y },
        ],
        { stroke: colours.ink, width },
      ),
    );
  }
  flow.down(16);
  line(flow, words.title.toUpperCase(), { size: 13, face: "bold", color: colours.navy });
  flow.down(2);
  line(flow, page.period(amounts.day(report.from), amounts.day(report.to)), { size: 11 });
  for (const title of titlesOf(subject, words)) line(flow, title, { size: 10 });
  line(flow, asOf, { size: 9, color: colours.faint });
  flow.down(10);
  drawBottleneck(flow, report, texts);
  flow.down(12);
  drawFigures(flow, report, texts);
}

function titlesOf({ sops }: ReportSubject, words: ExportWords): readonly string[] {
  if (sops.length === 0) return [words.allSops];
  const rest = sops.length - mostTitles;
  return rest <= 0 ? sops : [...sops.slice(0, mostTitles), `… + ${rest} SOP`];
}

/** Text in the middle of the page, in as many lines as it takes. */
function line(flow: PageFlow, text: string, look: TextLook): void {
  const { size = 10, face = "regular" } = look;
  flow.add(
    ...paragraph(
      text,
      { x: sheet.left, y: flow.y, width: sheet.room },
      { ...look, anchor: "middle" },
    ),
  );
  flow.down(heightOfLines(brokenText(text, sheet.room, size, face).length, size));
}

function drawBottleneck(
  flow: PageFlow,
  { bottleneck }: LaneThroughput,
  { words, page }: HeadTexts,
): void {
  const text = bottleneck?.sentence ?? page.noBottleneck;
  const width = sheet.room - 32;
  const height = heightOfLines(1, 11) + heightOfLines(brokenText(text, width, 11).length, 11) + 20;
  const area = { x: sheet.left, y: flow.y, width: sheet.room, height };
  flow.add(
    box(area, { fill: colours.shade }),
    box({ ...area, width: 4 }, { fill: bottleneck === null ? colours.sky : colours.amber }),
    ...paragraph(
      words.columns.bottleneck,
      { x: sheet.left + 18, y: flow.y + 9, width },
      { size: 11, face: "bold" },
    ),
    ...paragraph(
      text,
      { x: sheet.left + 18, y: flow.y + 11 + heightOfLines(1, 11), width },
      { size: 11 },
    ),
  );
  flow.down(height);
}

function drawFigures(
  flow: PageFlow,
  { cases }: LaneThroughput,
  { words, page, amounts }: HeadTexts,
): void {
  const counts = (["started", "completed", "cancelled", "running"] as const).map((key) => ({
    name: words.columns[key],
    value: amounts.number(cases[key]),
  }));
  const durations = [
    { name: page.median, value: amounts.duration(cases.leadTimes.p50) },
    { name: page.nineOfTen, value: amounts.duration(cases.leadTimes.p90) },
    { name: page.standard, value: amounts.duration(cases.standard) },
  ];
  for (const row of [counts, durations]) {
    const gap = 8;
    const width = (sheet.room - gap * (row.length - 1)) / row.length;
    const lines = Math.max(...row.map(({ name }) => brokenText(name, width - 16, 9).length));
    const height = heightOfLines(lines, 9) + heightOfLines(1, 16) + 16;
    for (const [at, { name, value }] of row.entries()) {
      const x = sheet.left + at * (width + gap);
      flow.add(
        box({ x, y: flow.y, width, height }, { stroke: colours.line }),
        ...paragraph(
          name,
          { x: x + 8, y: flow.y + 7, width: width - 16 },
          { size: 9, color: colours.faint },
        ),
        ...paragraph(
          value,
          { x: x + 8, y: flow.y + 9 + heightOfLines(lines, 9), width: width - 16 },
          { size: 16, face: "bold", color: colours.navy },
        ),
      );
    }
    flow.down(height + gap);
  }
}
