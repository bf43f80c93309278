import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Refusal } from "../../kernel/refusal.js";
import { type FileType, textTypeOf } from "./file-type.js";
import { inspectArchive, wholeBudget } from "./inspect-archive.js";
import { headLength, isText, sniffHead } from "./sniff-head.js";

/**
 * What a file is by its content. Refuses with FILE_TYPE what may not be attached (pages, scripts,
 * programs and whatever is not known), and archives that would become a danger when they are opened.
 * The name decides only for texts, whose content does not tell a note from a script.
 */
export async function inspectFile(
  path: string,
  size: number,
  name: string,
  workFile: (size: number) => Promise<string>,
): Promise<FileType> {
  const sniffed = sniffHead(await readHead(path));
  if (sniffed === "ZIP") return inspectArchive(path, size, wholeBudget(), workFile);
  if (sniffed === "UNKNOWN" || sniffed === "PROGRAM") throw new Refusal("FILE_TYPE");
  if (sniffed !== "TEXT") return sniffed;
  const type = textTypeOf(name);
  if (type === null) throw new Refusal("FILE_TYPE");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (!isText(chunk)) throw new Refusal("FILE_TYPE");
  }
  return type;
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const bytes = Buffer.alloc(headLength);
    const { bytesRead } = await handle.read(bytes, 0, headLength, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
