import { expect } from "vitest";
import { drawPaper, type Paper, type TextShape } from "../../domain/index.js";
import { readPdf } from "./read-pdf.js";

/** px that a reader's reckoning may differ from the drawing's. */
const tolerance = 0.75;

/**
 * The PDF has the pages of the drawing, all of A4 landscape, and on each of them every text where it
 * was drawn and within its room. Returns the texts of each page.
 */
export async function expectPdfAsDrawn(bytes: Uint8Array, paper: Paper): Promise<string[][]> {
  const reading = await readPdf(bytes);
  const drawn = [...drawPaper(paper).pages];
  expect(reading.pages).toHaveLength(drawn.length);
  expect(reading.hasImages).toBe(false);
  return reading.pages.map(({ texts, width, height }, at) => {
    expect(width).toBeCloseTo(drawn[at]!.width, 0);
    expect(height).toBeCloseTo(drawn[at]!.height, 0);
    const wanted = drawn[at]!.shapes.filter(
      (shape): shape is TextShape => shape.type === "text" && shape.angle === 0,
    );
    const places = new Map(texts.map((text) => [`${text.text}@${Math.round(text.y)}`, text]));
    for (const { text, y, room } of wanted) {
      if (text.trim() === "") continue;
      const near = [0, -1, 1].map((off) => texts.find((found) => fits(found, text, y + off, room)));
      const found = near.find((one) => one !== undefined);
      expect(found, `page ${at + 1}: "${text}" at ${y}; ${places.size} texts`).toBeDefined();
    }
    return texts.map(({ text }) => text);
  });
}

const fits = (
  found: { text: string; x: number; y: number; width: number },
  text: string,
  y: number,
  room: { x: number; width: number },
): boolean =>
  found.text.trimEnd() === text.trimEnd() &&
  Math.abs(found.y - y) < tolerance &&
  found.x >= room.x - tolerance &&
  found.x + found.width <= room.x + room.width + tolerance;
