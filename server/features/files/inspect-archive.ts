import { createReadStream } from "node:fs";
import { open, rm, type FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { Refusal } from "../../kernel/refusal.js";
import { type FileType, textTypeOf } from "./file-type.js";
import { headLength, sniffHead } from "./sniff-head.js";
import { readZipDirectory, UnsafeArchive, type ZipEntry } from "./zip-directory.js";

/** What one upload may make of itself when it is opened, with everything inside of it. */
export interface OpeningBudget {
  /** Bytes that may still come out. */
  left: number;
  /** A document in an archive in an archive is as far as it goes. */
  readonly depth: number;
}

const most = 512 * 1024 * 1024;
const deepest = 3;
/** Below this size any ratio is fine; above it, no honest office document has a higher one. */
const smallBytes = 16 * 1024 * 1024;
const highestRatio = 200;

const officeTypes: Readonly<Record<string, FileType>> = {
  word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xl: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

const openDocuments: ReadonlySet<string> = new Set<FileType>([
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
]);

/** What macOS and Windows put beside the files that somebody packed. */
const besides = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
const holdsMacros = /(^|\/)vbaProject\.bin$|\/macrosheets\/./i;
const holdsBasic = /^(Basic|Scripts)\/.*[^/]$/;

export const wholeBudget = (): OpeningBudget => ({ left: most, depth: 1 });

/**
 * What a ZIP is: an office document, or a plain archive of files that may be attached by themselves.
 * Announced sizes are judged before anything is opened; then each entry is opened as far as it was
 * announced, so that none can be larger than it says. Refuses with ARCHIVE_UNSAFE, FILE_MACROS or
 * FILE_TYPE. `workFile` gives a path for an archive inside the archive.
 */
export async function inspectArchive(
  path: string,
  size: number,
  budget: OpeningBudget,
  workFile: (size: number) => Promise<string>,
): Promise<FileType> {
  const handle = await open(path, "r");
  try {
    const entries = await readZipDirectory(handle, size);
    spend(entries, size, budget);
    const type = await documentType(handle, entries);
    for (const entry of entries) {
      await checkEntry(path, entry, type === "application/zip", budget, workFile);
    }
    return type;
  } catch (error) {
    if (error instanceof UnsafeArchive) throw new Refusal("ARCHIVE_UNSAFE");
    throw error;
  } finally {
    await handle.close();
  }
}

function spend(entries: readonly ZipEntry[], size: number, budget: OpeningBudget): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > budget.left || budget.depth > deepest) throw new UnsafeArchive("budget");
  if (total > smallBytes && total > size * highestRatio) throw new UnsafeArchive("ratio");
  budget.left -= total;
}

async function documentType(handle: FileHandle, entries: readonly ZipEntry[]): Promise<FileType> {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => holdsMacros.test(name))) throw new Refusal("FILE_MACROS");
  if (names.includes("[Content_Types].xml")) {
    const folder = Object.keys(officeTypes).find((key) =>
      names.some((name) => name.startsWith(`${key}/`)),
    );
    const type = officeTypes[folder ?? ""];
    if (type === undefined) throw new Refusal("FILE_TYPE");
    return type;
  }
  const [first] = entries;
  if (first?.name !== "mimetype") return "application/zip";
  const bytes = Buffer.alloc(Math.min(first.packedSize, 100));
  await handle.read(bytes, 0, bytes.length, first.start);
  const said = bytes.toString("latin1").trim();
  if (first.isCompressed || !openDocuments.has(said)) throw new Refusal("FILE_TYPE");
  if (names.some((name) => holdsBasic.test(name))) throw new Refusal("FILE_MACROS");
  return said as FileType;
}

/** Opens an entry to its end, keeping its beginning, and all of it where it is an archive itself. */
async function checkEntry(
  path: string,
  entry: ZipEntry,
  isPlain: boolean,
  budget: OpeningBudget,
  workFile: (size: number) => Promise<string>,
): Promise<void> {
  if (entry.size === 0 && entry.packedSize === 0) return;
  let head = Buffer.alloc(0);
  let total = 0;
  let inner: { readonly path: string; readonly handle: FileHandle } | null = null;
  try {
    for await (const chunk of openEntry(path, entry)) {
      if (total + chunk.length > entry.size) throw new UnsafeArchive("more than announced");
      if (head.length < headLength) {
        head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
      }
      if (total === 0 && sniffHead(head) === "ZIP") {
        const place = await workFile(entry.size);
        inner = { path: place, handle: await open(place, "wx", 0o600) };
      }
      await inner?.handle.writeFile(chunk);
      total += chunk.length;
    }
    if (total !== entry.size) throw new UnsafeArchive("less than announced");
    await inner?.handle.close();
    // An archive whose beginning came in drops would pass as none.
    if (!inner && sniffHead(head) === "ZIP") throw new UnsafeArchive("in drops");
    if (inner) {
      // An archive's budget goes on inside of it, and comes back out with what is left.
      const within = { left: budget.left, depth: budget.depth + 1 };
      await inspectArchive(inner.path, total, within, workFile);
      budget.left = within.left;
    }
    judgeEntry(entry.name, head, isPlain);
  } finally {
    if (inner) {
      await inner.handle.close().catch(() => undefined);
      await rm(inner.path, { force: true });
    }
  }
}

async function* openEntry(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.packedSize === 0) return;
  const end = entry.start + entry.packedSize - 1;
  const packed = createReadStream(path, { start: entry.start, end });
  if (!entry.isCompressed) {
    yield* packed as AsyncIterable<Buffer>;
    return;
  }
  const opened = createInflateRaw();
  // The loop below hears of every error; the callback only keeps it from being thrown twice.
  pipeline(packed, opened, () => undefined);
  try {
    yield* opened as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code?.startsWith("Z_") ? new UnsafeArchive("damaged") : error;
  } finally {
    packed.destroy();
    opened.destroy();
  }
}

/** Inside a document no program may be; in a plain archive, nothing that is not taken by itself. */
function judgeEntry(name: string, head: Buffer, isPlain: boolean): void {
  const sniffed = sniffHead(head);
  if (!isPlain) {
    const isBinary = head.includes(0);
    if (sniffed === "PROGRAM" && isBinary) throw new Refusal("FILE_TYPE");
    return;
  }
  if (besides.test(name) && sniffed !== "PROGRAM") return;
  const isText = sniffed === "TEXT" && textTypeOf(name.split("/").at(-1) ?? "") !== null;
  const isTaken = isText || !["TEXT", "UNKNOWN", "PROGRAM"].includes(sniffed);
  if (!isTaken) throw new Refusal("FILE_TYPE");
}
