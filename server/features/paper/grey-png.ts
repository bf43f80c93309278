import { crc32, deflateSync } from "node:zlib";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bitsPerSample = 8;
/** What PNG calls a picture of greys, without and with transparency. */
const colourTypes = { opaque: 0, transparent: 4 } as const;
/** A line in front of which stands 0 is written as it is: on a form, most repeat the one above. */
const filterRoom = 1;

/** Four bytes for each pixel (red, green, blue, alpha; the colours multiplied by alpha), line by line. */
export interface Pixels {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture of greys as a PNG: a fraction of the bytes of one in colours, and of the time. */
export function greyPng(picture: Pixels, kind: keyof typeof colourTypes): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head[8] = bitsPerSample;
  head[9] = colourTypes[kind];
  const lines = kind === "opaque" ? greys(picture) : greysAndAlphas(picture);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines, { level: 4 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function greys({ pixels, width, height }: Pixels): Uint8Array {
  const lines = new Uint8Array((filterRoom + width) * height);
  let from = 0;
  let at = 0;
  for (let y = 0; y < height; y++) {
    at += filterRoom;
    for (let x = 0; x < width; x++, from += 4) lines[at++] = pixels[from]!;
  }
  return lines;
}

function greysAndAlphas({ pixels, width, height }: Pixels): Uint8Array {
  const lines = new Uint8Array((filterRoom + 2 * width) * height);
  let from = 0;
  let at = 0;
  for (let y = 0; y < height; y++) {
    at += filterRoom;
    for (let x = 0; x < width; x++, from += 4, at += 2) {
      const alpha = pixels[from + 3]!;
      if (alpha === 0) continue;
      lines[at] = Math.min(255, Math.round((255 * pixels[from]!) / alpha));
      lines[at + 1] = alpha;
    }
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
