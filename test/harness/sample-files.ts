import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync, type Zippable } from "fflate";

const bytes = (...parts: readonly (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => Buffer.from(typeof part === "string" ? Buffer.from(part, "latin1") : part)),
  );

export const pdf = (filling = 100): Buffer => bytes("%PDF-1.7\n", "x".repeat(filling), "\n%%EOF");
export const png = bytes([0x89], "PNG\r\n", [0x1a, 0x0a], "IHDR and so on");
export const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], "JFIF and so on");

export const zip = (files: Zippable): Buffer => Buffer.from(zipSync(files));

/** A Word document as far as its content says so. */
export const docx = (more: Zippable = {}): Buffer =>
  zip({
    "[Content_Types].xml": strToU8('<?xml version="1.0"?><Types/>'),
    "word/document.xml": strToU8("<?xml version='1.0'?><document/>"),
    ...more,
  });

export const xlsx = (): Buffer =>
  zip({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8("<workbook/>"),
  });

export const odt = (more: Zippable = {}): Buffer =>
  zip({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8("<content/>"),
    ...more,
  });

interface RawEntry {
  readonly name: string;
  readonly content: Buffer;
  /** Announced instead of the true size. */
  readonly announced?: number;
  readonly flags?: number;
  /** The compressed bytes, where they are to be other than usual. */
  readonly packed?: Buffer;
}

/** Compressed so that the first two bytes come out long before the rest. */
export function inDrops(content: Buffer): Buffer {
  const block = (part: Buffer, isLast: boolean): Buffer => {
    const head = Buffer.alloc(5);
    head.writeUInt8(isLast ? 1 : 0, 0);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(~part.length & 0xffff, 3);
    return Buffer.concat([head, part]);
  };
  const nothing = block(Buffer.alloc(0), false);
  return Buffer.concat([
    block(content.subarray(0, 2), false),
    ...Array<Buffer>(40_000).fill(nothing),
    block(content.subarray(2), true),
  ]);
}

/** A ZIP by hand, so that it may lie. `sharedStart`: every entry of the directory names the first one's bytes. */
export function craftedZip(entries: readonly RawEntry[], sharedStart = false): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, announced = content.length, flags = 0, ...it } of entries) {
    const packed = it.packed ?? deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x0403_4b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(announced, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(announced, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(sharedStart ? 0 : at, 42);
    directory.push(entry, Buffer.from(name));
    if (sharedStart && locals.length > 0) continue;
    locals.push(local, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, index, end]);
}
