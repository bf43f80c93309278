import type { Shape } from "../../../../../domain/index.js";
import type { CaseFigures } from "../../report-types.js";
import type { Amounts } from "./amounts.js";
import { axisLabels, type ChartFrame, chartFrame, legend } from "./chart-frame.js";
import type { PageWords } from "./page-words.js";
import { roundMarks } from "./scale.js";
import { type Area, box, colours, dashedLine } from "./sheet.js";

/** How many cases took how long, the standard time marked. Bars of unequal times are equally wide. */
export function leadTimeHistogram(
  { histogram, standard }: CaseFigures,
  area: Area,
  words: PageWords,
  amounts: Amounts,
): Shape[] {
  const most = Math.max(...histogram.map(({ count }) => count));
  const frame = chartFrame(area, roundMarks(most).filter(Number.isInteger), (mark) =>
    amounts.number(mark),
  );
  const width = frame.area.width / histogram.length;
  const left = (place: number): number => frame.area.x + place * width;
  const bars = histogram.map(({ count }, place) =>
    box(
      {
        x: left(place) + width * 0.08,
        y: frame.y(count),
        width: width * 0.84,
        height: frame.area.y + frame.area.height - frame.y(count),
      },
      { fill: colours.sky },
    ),
  );
  const marks = histogram.map(({ from }, place) => ({
    x: left(place),
    text: amounts.duration(Math.max(0, from)),
  }));
  const end = { x: left(histogram.length), text: amounts.duration(histogram.at(-1)!.to) };
  const place = standard === null ? null : placeOf(histogram, standard);
  const entries = [{ text: words.cases, colour: colours.sky, shape: "BAR" as const }];
  if (standard === null || place === null) {
    return [
      ...frame.shapes,
      ...bars,
      ...axisLabels(frame, [...marks, end]),
      ...legend(frame, entries),
    ];
  }
  const text = `${words.standard}: ${amounts.duration(standard)}`;
  return [
    ...frame.shapes,
    ...bars,
    ...axisLabels(frame, [...marks, end]),
    ...legend(frame, [...entries, { text, colour: colours.amber, shape: "DASHES" }]),
    standardLine(frame, left(place)),
  ];
}

const standardLine = ({ area }: ChartFrame, x: number): Shape =>
  dashedLine(
    [
      { x, y: area.y },
      { x, y: area.y + area.height },
    ],
    { stroke: colours.amber, width: 1.75 },
  );

/** Between which bars a duration falls; `null` beyond the last, where it would say nothing true. */
function placeOf(bars: CaseFigures["histogram"], duration: number): number | null {
  const place = bars.findIndex(({ from, to }) => from < duration && duration <= to);
  if (place >= 0) {
    const { from, to } = bars[place]!;
    return place + (duration - from) / (to - from);
  }
  return duration <= bars[0]!.from ? 0 : null;
}
