import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import {
  type FileStore,
  type FinishedFile,
  StoreFull,
} from "../../persistence/files/file-store.js";

/** Puts the pieces of an upload together into a file of this machine, which the caller removes. */
export async function assembleUpload(
  store: FileStore,
  parts: readonly string[],
  path: string,
): Promise<FinishedFile> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for (const part of parts) {
      for await (const chunk of (await store.read(part)) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.length;
        await handle.writeFile(chunk);
      }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ENOSPC" || code === "EDQUOT"
      ? new StoreFull("No room to put an upload together", { cause: error })
      : error;
  } finally {
    await handle.close();
  }
  return { path, size, sha256: hash.digest("hex") };
}
