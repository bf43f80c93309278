import {
  baselineIn,
  defaultMetrics,
  type FontFace,
  type PathStep,
  printable,
  type Shape,
  textWidth,
  wrapText,
} from "../../../../../domain/index.js";

/** A sheet of A4, upright; all lengths in px, 96 an inch. */
const pxPerMm = 96 / 25.4;
const side = 15 * pxPerMm;
export const sheet = {
  width: 210 * pxPerMm,
  height: 297 * pxPerMm,
  left: side,
  right: 210 * pxPerMm - side,
  top: 14 * pxPerMm,
  bottom: 297 * pxPerMm - 18 * pxPerMm,
  /** Between the margins. */
  room: 210 * pxPerMm - 2 * side,
} as const;

/** Dark and light enough to be told apart without colour, on paper and by whoever sees few colours. */
export const colours = {
  ink: "#1a1f26",
  faint: "#5a6472",
  line: "#c3cad3",
  shade: "#eef1f5",
  navy: "#1f3a5f",
  sky: "#8fb3d9",
  amber: "#b45309",
} as const;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  readonly size?: number;
  readonly face?: FontFace;
  readonly color?: string;
  readonly anchor?: "start" | "middle" | "end";
}

const name = { role: "text", key: null } as const;
const mark = { role: "mark", key: null } as const;
const lineHeightOf = (size: number): number => Math.round(size * 1.35);

/** Lines of `text` at most so wide, each a shape, from the top of `area` down. */
export function paragraph(text: string, area: Omit<Area, "height">, look: TextLook = {}): Shape[] {
  const { size = 10, face = "regular", color = colours.ink, anchor = "start" } = look;
  const lines = brokenText(text, area.width, size, face);
  const lineHeight = lineHeightOf(size);
  const x = area.x + { start: 0, middle: 0.5, end: 1 }[anchor] * area.width;
  const room = { ...area, height: Math.max(1, lines.length) * lineHeight };
  return lines.map((line, at) => ({
    type: "text",
    name,
    text: printable(line),
    x,
    y: area.y + at * lineHeight + baselineIn(lineHeight, size),
    anchor,
    face,
    size,
    color,
    angle: 0,
    room,
  }));
}

/** The height of `lines` lines. */
export const heightOfLines = (lines: number, size = 10): number => lines * lineHeightOf(size);

/** The lines that a text breaks into at so many px of width. */
export function brokenText(
  text: string,
  width: number,
  size: number,
  face: FontFace = "regular",
): readonly string[] {
  const style = face === "bold" ? "header" : "cell";
  const scale = 12 / size;
  return wrapText(text, width * scale, style, defaultMetrics);
}

/** The width of one line in px. */
export const widthOfText = (text: string, size: number, face: FontFace = "regular"): number =>
  textWidth(text, face) * size;

/** A text of one line that belongs to a picture, and is not read aloud as a paragraph of its own. */
export const label = (text: string, area: Area, look: TextLook = {}): Shape[] =>
  paragraph(text, area, { size: 9, color: colours.faint, ...look })
    .slice(0, 1)
    .map((shape) => ({ ...shape, name: mark }));

const path = (
  steps: readonly PathStep[],
  { fill = null, stroke = null, width = 0.75 }: PathLook,
): Shape => ({ type: "path", name: mark, steps, fill, stroke, strokeWidth: width });

export interface PathLook {
  readonly fill?: string | null;
  readonly stroke?: string | null;
  readonly width?: number;
}

export function box({ x, y, width, height }: Area, look: PathLook): Shape {
  const steps: PathStep[] = [
    { to: "move", x, y },
    { to: "line", x: x + width, y },
    { to: "line", x: x + width, y: y + height },
    { to: "line", x, y: y + height },
    { to: "close" },
  ];
  return path(steps, look);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export const lineThrough = (points: readonly Spot[], look: PathLook): Shape =>
  path(
    points.map(({ x, y }, at) => ({ to: at === 0 ? "move" : "line", x, y })),
    look,
  );

/** The same in dashes, so that it is told from the other line without its colour. */
export function dashedLine(points: readonly Spot[], look: PathLook): Shape {
  const steps: PathStep[] = [];
  const [dash, gap] = [5, 3];
  let done = 0;
  for (const [at, to] of points.entries()) {
    const from = points[at - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (let along = 0; along < length;) {
      const phase = (done + along) % (dash + gap);
      const rest = phase < dash ? dash - phase : dash + gap - phase;
      const end = Math.min(length, along + rest);
      const spot = (share: number): Spot => ({
        x: from.x + ((to.x - from.x) * share) / length,
        y: from.y + ((to.y - from.y) * share) / length,
      });
      if (phase < dash) {
        steps.push({ to: "move", ...spot(along) }, { to: "line", ...spot(end) });
      }
      // Rounding must not keep it at one place.
      along = Math.max(end, along + 0.01);
    }
    done += length;
  }
  return path(steps, look);
}

/** A small square about a point. */
export const dot = ({ x, y }: Spot, size: number, fill: string): Shape =>
  box({ x: x - size / 2, y: y - size / 2, width: size, height: size }, { fill });
