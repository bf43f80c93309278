import type { Font, Glyph } from "fontkit";
import type { TextShape } from "../../../domain/index.js";
import { layOutRun, textRuns } from "./text-runs.js";

/** A closed line of a glyph at one size: where it begins from the glyph's origin, and on from there. */
interface Contour {
  readonly x: number;
  readonly y: number;
  /** Steps of an SVG path, relative. */
  readonly rest: string;
}

/** Thousandths of a px. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * A text as an SVG path of its glyphs: who draws that needs no face and lays nothing out, which for
 * thousands of texts takes far longer than to draw them.
 */
export function outlineElement(shape: TextShape): string {
  const { text, face, size, anchor, color, angle, room } = shape;
  const runs = textRuns(text, face).map((run) => ({ run, ...layOutRun(run) }));
  const width = size * runs.reduce((sum, run) => sum + run.width, 0);
  const squeeze = Math.min(1, room.width / Math.max(width, 1));
  const back = { start: 0, middle: 0.5, end: 1 }[anchor] * width;
  // About its anchor, so that it can be narrowed and turned there.
  const isMoved = angle !== 0 || squeeze < 0.999;
  let x = (isMoved ? 0 : shape.x) - back;
  const y = isMoved ? 0 : shape.y;
  let path = "";
  for (const { run, pieces } of runs) {
    const scale = size / run.face.font.unitsPerEm;
    for (const { glyphs, positions } of pieces) {
      glyphs.forEach((glyph, at) => {
        const { xAdvance, xOffset, yOffset } = positions[at]!;
        for (const contour of contoursOf(run.face.font, glyph, size)) {
          const fromX = round(x + xOffset * scale + contour.x);
          path += `M${fromX} ${round(y - yOffset * scale + contour.y)}${contour.rest}`;
        }
        x += xAdvance * scale;
      });
    }
  }
  const turned = angle === 0 ? "" : `rotate(${angle})`;
  const moved = `translate(${round(shape.x)} ${round(shape.y)})${turned}scale(${squeeze} 1)`;
  return `<path d="${path}" fill="${color}"${isMoved ? ` transform="${moved}"` : ""}/>`;
}

const known = new WeakMap<Font, Map<string, Contour[]>>();
/** More are those of many sizes: texts that were squeezed differ by a hair each. */
const mostKnown = 5000;

function contoursOf(font: Font, glyph: Glyph, size: number): Contour[] {
  const ofFont = known.get(font) ?? new Map<string, Contour[]>();
  known.set(font, ofFont);
  const key = `${glyph.id} ${size}`;
  let contours = ofFont.get(key);
  if (contours === undefined) {
    if (ofFont.size >= mostKnown) ofFont.clear();
    contours = outlined(glyph, size / font.unitsPerEm);
    ofFont.set(key, contours);
  }
  return contours;
}

const letters: Readonly<Record<string, string>> = {
  lineTo: "l",
  quadraticCurveTo: "q",
  bezierCurveTo: "c",
};

function outlined(glyph: Glyph, scale: number): Contour[] {
  const contours: { x: number; y: number; rest: string }[] = [];
  let x = 0;
  let y = 0;
  for (const { command, args } of glyph.path.commands) {
    const contour = contours.at(-1);
    // Fonts count upwards.
    const points = args.map((value, at) => (at % 2 === 0 ? value : -value) * scale);
    const letter = letters[command];
    if (command === "moveTo") contours.push({ x: points[0]!, y: points[1]!, rest: "" });
    else if (contour === undefined) continue;
    else if (letter === undefined) contour.rest += "z";
    else {
      const from = [x, y];
      contour.rest += letter + points.map((value, at) => round(value - from[at % 2]!)).join(" ");
    }
    if (points.length > 0) {
      x = points.at(-2)!;
      y = points.at(-1)!;
    }
  }
  return contours;
}
