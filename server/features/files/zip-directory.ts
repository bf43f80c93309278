import type { FileHandle } from "node:fs/promises";

/** An entry of a ZIP as its directory announces it. */
export interface ZipEntry {
  readonly name: string;
  readonly isCompressed: boolean;
  /** In bytes, inside the file and after it was opened. */
  readonly packedSize: number;
  readonly size: number;
  /** Where its bytes begin. */
  readonly start: number;
}

/** It cannot be read, is locked, or its parts lie on one another. */
export class UnsafeArchive extends Error {
  override readonly name = "UnsafeArchive";
}

const mostEntries = 10_000;
const largestDirectory = 16 * 1024 * 1024;
const largestComment = 65_535;
const endSize = 22;
const unknown32 = 0xffff_ffff;

/**
 * The entries of a ZIP by the directory at its end. Throws `UnsafeArchive` for what a bomb is made of:
 * too many entries, entries that share bytes, sizes that do not fit the file; and for what cannot be
 * looked into: encryption and rare methods.
 */
export async function readZipDirectory(handle: FileHandle, size: number): Promise<ZipEntry[]> {
  const { offset, length, count } = await findDirectory(handle, size);
  if (count > mostEntries || length > largestDirectory || offset + length > size) {
    throw new UnsafeArchive("directory");
  }
  const bytes = await readAt(handle, offset, length);
  const entries: ZipEntry[] = [];
  const spans: [start: number, end: number][] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const raw = readEntry(bytes, at);
    at = raw.next;
    if ((raw.flags & 1) !== 0) throw new UnsafeArchive("encrypted");
    if (raw.method !== 0 && raw.method !== 8) throw new UnsafeArchive("method");
    const local = await readAt(handle, raw.local, 30);
    if (local.readUInt32LE(0) !== 0x0403_4b50) throw new UnsafeArchive("entry");
    const start = raw.local + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    if (start + raw.packedSize > offset) throw new UnsafeArchive("entry");
    spans.push([raw.local, start + raw.packedSize]);
    const { name, packedSize, size: opened } = raw;
    entries.push({ name, isCompressed: raw.method === 8, packedSize, size: opened, start });
  }
  spans.sort(([one], [other]) => one - other);
  if (spans.some(([start], index) => start < (spans[index - 1]?.[1] ?? 0))) {
    throw new UnsafeArchive("overlap");
  }
  return entries;
}

async function findDirectory(handle: FileHandle, size: number) {
  const tailLength = Math.min(size, endSize + largestComment);
  const tail = await readAt(handle, size - tailLength, tailLength);
  for (let at = tailLength - endSize; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x0605_4b50) continue;
    const end = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    const isLarge = end.count === 0xffff || end.length === unknown32 || end.offset === unknown32;
    return isLarge ? findLargeDirectory(handle, size - tailLength + at) : end;
  }
  throw new UnsafeArchive("no directory");
}

/** ZIP64 says it a second time, in front of the end. */
async function findLargeDirectory(handle: FileHandle, end: number) {
  const locator = await readAt(handle, end - 20, 20);
  if (locator.readUInt32LE(0) !== 0x0706_4b50) throw new UnsafeArchive("no directory");
  const record = await readAt(handle, wide(locator, 8), 56);
  if (record.readUInt32LE(0) !== 0x0606_4b50) throw new UnsafeArchive("no directory");
  return { count: wide(record, 32), length: wide(record, 40), offset: wide(record, 48) };
}

function readEntry(bytes: Buffer, at: number) {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x0201_4b50) {
    throw new UnsafeArchive("entry");
  }
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw new UnsafeArchive("entry");
  // What did not fit into 32 bits follows in this order, and only that.
  const large = largeValues(bytes.subarray(nameEnd, extraEnd));
  const fitting = (value: number): number => (value === unknown32 ? large.shift() : value) ?? NaN;
  const size = fitting(bytes.readUInt32LE(at + 24));
  const packedSize = fitting(bytes.readUInt32LE(at + 20));
  const local = fitting(bytes.readUInt32LE(at + 42));
  if (![size, packedSize, local].every(Number.isSafeInteger)) throw new UnsafeArchive("entry");
  return {
    name: bytes.toString("utf8", at + 46, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    size,
    packedSize,
    local,
    next,
  };
}

function largeValues(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const values: number[] = [];
      for (let value = at + 4; value + 8 <= Math.min(end, extra.length); value += 8) {
        values.push(wide(extra, value));
      }
      return values;
    }
    at = end;
  }
  return [];
}

function wide(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw new UnsafeArchive("size");
  return value;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0) throw new UnsafeArchive("position");
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  if (bytesRead < length) throw new UnsafeArchive("cut off");
  return bytes;
}
