import type { Box } from "../layout/form-layout.js";
import { type FontFace, textWidth } from "../layout/text-width.js";
import { baselineIn, ink, printable, type ShapeName, type TextShape } from "./drawing.js";

export interface TextLook {
  readonly face: FontFace;
  /** px. */
  readonly size: number;
  readonly lineHeight: number;
  readonly anchor: TextShape["anchor"];
}

const across: Record<TextShape["anchor"], (room: Box) => number> = {
  start: ({ x }) => x,
  middle: ({ x, width }) => x + width / 2,
  end: ({ x, width }) => x + width,
};

/**
 * The lines from the top of `room` down, at its left, middle or right. A line that is wider than the
 * room, which only a heading that nobody broke can be, is set smaller rather than cut.
 */
export function drawLines(
  name: ShapeName,
  lines: readonly string[],
  room: Box,
  { face, size, lineHeight, anchor }: TextLook,
): TextShape[] {
  const x = across[anchor](room);
  return lines.map((line, at) => ({
    type: "text",
    name,
    text: printable(line),
    x,
    y: room.y + at * lineHeight + baselineIn(lineHeight, size),
    anchor,
    face,
    size: Math.min(size, (size * room.width) / Math.max(1, textWidth(line, face) * size)),
    color: ink,
    angle: 0,
    room,
  }));
}

/** The lines in the middle of `room`, both ways. */
export function drawCentred(
  name: ShapeName,
  lines: readonly string[],
  room: Box,
  look: Omit<TextLook, "anchor">,
): TextShape[] {
  const spare = (room.height - lines.length * look.lineHeight) / 2;
  const inner = { ...room, y: room.y + spare, height: room.height - 2 * spare };
  return drawLines(name, lines, inner, { ...look, anchor: "middle" }).map((text) => ({
    ...text,
    room,
  }));
}
