import type { Shape } from "../../../../../domain/index.js";
import {
  type Area,
  box,
  colours,
  dashedLine,
  label,
  lineThrough,
  sheet,
  widthOfText,
} from "./sheet.js";

/** Where a chart's values lie: from 0 at the bottom of `area` to `most` at its top. */
export interface ChartFrame {
  readonly area: Area;
  readonly most: number;
  readonly shapes: readonly Shape[];
  y(value: number): number;
}

const legendHeight = 18;
const axisHeight = 16;

/** Grid lines with what they stand for, left of the chart, and room for a legend and an axis. */
export function chartFrame(
  outer: Area,
  marks: readonly number[],
  written: (mark: number) => string,
): ChartFrame {
  const most = marks.at(-1)!;
  const gutter = Math.max(...marks.map((mark) => widthOfText(written(mark), 9))) + 6;
  const area = {
    x: outer.x + gutter,
    y: outer.y + legendHeight,
    width: outer.width - gutter,
    height: outer.height - legendHeight - axisHeight,
  };
  const y = (value: number): number => area.y + area.height * (1 - value / most);
  const shapes = marks.flatMap((mark) => [
    lineThrough(
      [
        { x: area.x, y: y(mark) },
        { x: area.x + area.width, y: y(mark) },
      ],
      { stroke: mark === 0 ? colours.faint : colours.line, width: mark === 0 ? 0.75 : 0.5 },
    ),
    ...label(
      written(mark),
      { x: outer.x, y: y(mark) - 6, width: gutter - 6, height: 12 },
      { anchor: "end" },
    ),
  ]);
  return { area, most, shapes, y };
}

export interface AxisMark {
  /** The middle of its label, px. */
  readonly x: number;
  readonly text: string;
}

/** Labels under a chart; those that would touch the one before are left out. */
export function axisLabels({ area }: ChartFrame, marks: readonly AxisMark[]): Shape[] {
  const shapes: Shape[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const { x, text } of marks) {
    const half = widthOfText(text, 9) / 2 + 1;
    const middle = Math.max(sheet.left + half, Math.min(x, area.x + area.width - half));
    if (middle - half < taken + 6) continue;
    taken = middle + half;
    shapes.push(
      ...label(
        text,
        { x: middle - half, y: area.y + area.height + 3, width: 2 * half, height: 12 },
        { anchor: "middle" },
      ),
    );
  }
  return shapes;
}

export interface LegendEntry {
  readonly text: string;
  readonly colour: string;
  readonly shape: "BAR" | "LINE" | "DASHES";
}

export function legend({ area }: ChartFrame, entries: readonly LegendEntry[]): Shape[] {
  let { x } = area;
  const y = area.y - legendHeight;
  return entries.flatMap(({ text, colour, shape }) => {
    const from = x;
    const width = widthOfText(text, 9) + 2;
    x += 24 + width + 14;
    const middle = y + 6;
    const line = [
      { x: from, y: middle },
      { x: from + 18, y: middle },
    ];
    const sign = {
      BAR: () => box({ x: from + 4, y: middle - 4, width: 10, height: 8 }, { fill: colour }),
      LINE: () => lineThrough(line, { stroke: colour, width: 1.75 }),
      DASHES: () => dashedLine(line, { stroke: colour, width: 1.75 }),
    }[shape]();
    return [sign, ...label(text, { x: from + 24, y, width, height: 12 })];
  });
}
