import { crc32, deflateSync } from "node:zlib";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bitsPerPixel = 8;
const greyscale = 0;
/** Each line as its difference from the one above: on a form mostly nothing. */
const upFilter = 2;

/**
 * A picture of opaque greys as a PNG: a quarter of the bytes of one in colours, and of the time.
 * `pixels` has four bytes for each pixel, red first, line by line.
 */
export function greyPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const lines = new Uint8Array((width + 1) * height);
  let at = 0;
  let from = 0;
  const above = 4 * width;
  for (let y = 0; y < height; y++) {
    lines[at++] = upFilter;
    for (let x = 0; x < width; x++, from += 4) {
      lines[at++] = pixels[from]! - (y === 0 ? 0 : pixels[from - above]!);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bitsPerPixel;
  head[9] = greyscale;
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
