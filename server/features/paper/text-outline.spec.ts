import { expect, it } from "vitest";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { Resvg } from "@resvg/resvg-js";
import { createRequire } from "node:module";
import { type TextShape, toSvg } from "../../../domain/index.js";
import { paint } from "./write-png.js";

const { resolve } = createRequire(import.meta.url);
const width = 500;
const height = 40;

const shape = (text: string, more: Partial<TextShape> = {}): TextShape => ({
  type: "text",
  name: { role: "text", key: null },
  text,
  x: 10,
  y: 26,
  anchor: "start",
  face: "regular",
  size: 20,
  color: "#000000",
  angle: 0,
  room: { x: 10, y: 0, width: 480, height },
  ...more,
});

/** How dark each pixel is, 0 to 255, line by line. */
async function inkOf(png: Uint8Array): Promise<number[]> {
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(await loadImage(Buffer.from(png)), 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return Array.from({ length: width * height }, (_, at) => 255 - data[4 * at]!);
}

/** The same text, set in the face's file by who draws it. */
function inkSet(text: TextShape): Promise<number[]> {
  const fontFiles = [resolve("@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf")];
  const picture = new Resvg(toSvg({ width, height, shapes: [text] }, ""), {
    background: "#ffffff",
    font: { fontFiles, loadSystemFonts: false },
  });
  return inkOf(picture.render().asPng());
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const painted = async (...shapes: TextShape[]): Promise<number[]> =>
  inkOf(paint({ width, height, shapes }, 1, "opaque"));

it("draws a text as it is set in its face", async () => {
  const text = shape("Menelaah permohonan (AVA) → 3½ hari");
  const drawn = await painted(text);
  const wanted = await inkSet(text);
  const apart = sum(drawn.map((value, at) => Math.abs(value - wanted[at]!)));
  expect(apart / sum(wanted)).toBeLessThan(0.05);
});

it("keeps what is too wide in its room, and a turned text about its anchor", async () => {
  const narrow = await painted(
    shape("漢字漢字漢字漢字漢字漢字", { room: { x: 10, y: 0, width: 80, height } }),
  );
  expect(sum(narrow)).toBeGreaterThan(1000);
  expect(sum(narrow.filter((_, at) => at % width > 92))).toBe(0);
  const upright = await painted(shape("IIII", { x: 250, y: 38, angle: -90, anchor: "start" }));
  expect(sum(upright)).toBeGreaterThan(1000);
  expect(sum(upright.filter((_, at) => Math.abs((at % width) - 240) > 20))).toBe(0);
});
