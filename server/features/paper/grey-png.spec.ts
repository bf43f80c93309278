import { expect, it } from "vitest";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { greyPng } from "./grey-png.js";

const width = 3;
const height = 2;
/** Nothing, half a black, a white; a grey, half a white, a black: colours multiplied by alpha. */
const pixels = Uint8Array.from(
  [
    [0, 0, 0, 0],
    [0, 0, 0, 128],
    [255, 255, 255, 255],
    [90, 90, 90, 255],
    [128, 128, 128, 128],
    [0, 0, 0, 255],
  ].flat(),
);

/** Red and alpha of each pixel, as another program reads them. */
async function read(png: Uint8Array): Promise<number[][]> {
  const picture = await loadImage(Buffer.from(png));
  expect([picture.width, picture.height]).toEqual([width, height]);
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return Array.from({ length: width * height }, (_, at) => [data[4 * at]!, data[4 * at + 3]!]);
}

it("writes greys that can be seen through", async () => {
  expect(await read(greyPng({ pixels, width, height }, "transparent"))).toEqual([
    [0, 0],
    [0, 128],
    [255, 255],
    [90, 255],
    [255, 128],
    [0, 255],
  ]);
});

it("writes greys that cannot", async () => {
  const opaque = pixels.map((value, at) => (at % 4 === 3 ? 255 : value));
  const seen = await read(greyPng({ pixels: opaque, width, height }, "opaque"));
  expect(seen).toEqual([0, 0, 255, 90, 128, 0].map((grey) => [grey, 255]));
});
