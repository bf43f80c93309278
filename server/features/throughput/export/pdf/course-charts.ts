import type { Shape } from "../../../../../domain/index.js";
import type { ThroughputStep } from "../../course-types.js";
import type { LaneThroughput } from "../../report-types.js";
import type { Amounts } from "./amounts.js";
import { axisLabels, chartFrame, type ChartFrame, legend } from "./chart-frame.js";
import type { PageWords } from "./page-words.js";
import { roundDurations, roundMarks } from "./scale.js";
import { type Area, box, colours, dashedLine, dot, lineThrough } from "./sheet.js";

type Course = readonly ThroughputStep[];
type Timed = Pick<LaneThroughput, "course" | "bucket">;

/** Cases completed in each step of the period as bars, cases started as a line over them. */
export function completionChart(
  { course, bucket }: Timed,
  area: Area,
  words: PageWords,
  amounts: Amounts,
): Shape[] {
  const most = Math.max(1, ...course.flatMap(({ started, completed }) => [started, completed]));
  const frame = chartFrame(area, roundMarks(most).filter(Number.isInteger), (mark) =>
    amounts.number(mark),
  );
  const width = frame.area.width / course.length;
  const bars = course.map(({ completed }, at) =>
    box(
      {
        x: frame.area.x + (at + 0.12) * width,
        y: frame.y(completed),
        width: width * 0.76,
        height: frame.area.y + frame.area.height - frame.y(completed),
      },
      { fill: colours.sky },
    ),
  );
  return [
    ...frame.shapes,
    ...bars,
    ...pieces(course, frame, ({ started }) => started).flatMap((points) =>
      drawn(points, colours.navy, "LINE"),
    ),
    ...axisLabels(frame, dayMarks({ course, bucket }, frame, amounts)),
    ...legend(frame, [
      { text: words.completed, colour: colours.sky, shape: "BAR" },
      { text: words.started, colour: colours.navy, shape: "LINE" },
    ]),
  ];
}

/** p50 and p90 of the lead times in each step of the period; a line stops where nothing was completed. */
export function trendChart(
  { course, bucket }: Timed,
  area: Area,
  words: PageWords,
  amounts: Amounts,
): Shape[] {
  const most = Math.max(60_000, ...course.map(({ leadTimes }) => leadTimes.p90 ?? 0));
  const workingDay = amounts.minutesPerWorkingDay * 60_000;
  const frame = chartFrame(area, roundDurations(most, workingDay), (mark) =>
    amounts.duration(mark),
  );
  return [
    ...frame.shapes,
    ...pieces(course, frame, ({ leadTimes }) => leadTimes.p90).flatMap((points) =>
      drawn(points, colours.amber, "DASHES"),
    ),
    ...pieces(course, frame, ({ leadTimes }) => leadTimes.p50).flatMap((points) =>
      drawn(points, colours.navy, "LINE"),
    ),
    ...axisLabels(frame, dayMarks({ course, bucket }, frame, amounts)),
    ...legend(frame, [
      {
        text: words.trendMedian,
        colour: colours.navy,
        shape: "LINE",
      },
      { text: words.trendNineOfTen, colour: colours.amber, shape: "DASHES" },
    ]),
  ];
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const middleOf = (at: number, course: Course, { area }: ChartFrame): number =>
  area.x + ((at + 0.5) * area.width) / course.length;

/** A line through the values, in pieces between the steps that have none. */
function pieces(
  course: Course,
  frame: ChartFrame,
  value: (step: ThroughputStep) => number | null,
): readonly Spot[][] {
  const found: Spot[][] = [[]];
  for (const [at, step] of course.entries()) {
    const one = value(step);
    if (one === null) found.push([]);
    else found.at(-1)!.push({ x: middleOf(at, course, frame), y: frame.y(one) });
  }
  return found.filter(({ length }) => length > 0);
}

/** Few points are marked, so that a lone one is seen as well. */
function drawn(points: readonly Spot[], colour: string, shape: "LINE" | "DASHES"): Shape[] {
  const look = { stroke: colour, width: 1.75 };
  const dots = points.length <= 60 ? points.map((point) => dot(point, 4, colour)) : [];
  if (points.length === 1) return dots.length > 0 ? dots : [dot(points[0]!, 4, colour)];
  return [shape === "LINE" ? lineThrough(points, look) : dashedLine(points, look), ...dots];
}

/** Days of more than a year have their years, months always. */
function dayMarks({ course, bucket }: Timed, frame: ChartFrame, amounts: Amounts) {
  const isLong = course.at(-1)!.to - course[0]!.from >= 366;
  const written = bucket === "MONTH" ? "month" : isLong ? "dayOfYear" : "dayAndMonth";
  return course.map(({ from }, at) => ({
    x: middleOf(at, course, frame),
    text: amounts[written](from),
  }));
}
