import { createReadStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, rmdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import {
  type ByteRange,
  checkObjectName,
  FileMissing,
  type FileStore,
  type FinishedFile,
  type StoredObject,
  StoreFull,
} from "./file-store.js";
import { WorkFolder } from "./work-folder.js";

const full = new Set(["ENOSPC", "EDQUOT"]);

/** What the database and everything else on the disk may still need when no file is taken any more. */
const reservedBytes = 64 * 1024 * 1024;

export interface DiskFileStoreOptions {
  /** Bytes that are free where the files lie. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/**
 * Files in a folder. Each is written beside its place, synced and then renamed into it, so that
 * whoever looks finds it whole or not at all, after a crash as well.
 */
export class DiskFileStore implements FileStore {
  readonly #work: WorkFolder;
  readonly #freeBytes: (folder: string) => Promise<number>;

  constructor(
    private readonly folder: string,
    { freeBytes = bytesFree }: DiskFileStoreOptions = {},
  ) {
    this.#work = new WorkFolder(join(folder, "work"));
    this.#freeBytes = freeBytes;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    checkObjectName(name);
    const path = await this.workFile(bytes.length);
    try {
      await refusingWhenFull(async () => {
        const handle = await open(path, "wx", 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await this.#place(path, name);
      });
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async adopt(name: string, { path }: FinishedFile): Promise<void> {
    checkObjectName(name);
    await refusingWhenFull(async () => {
      await sync(path);
      await this.#place(path, name);
    });
  }

  async read(name: string, range?: ByteRange): Promise<Readable> {
    checkObjectName(name);
    try {
      const handle = await open(this.#path(name), "r");
      return createReadStream("", { fd: handle, ...range });
    } catch (error) {
      throw isMissing(error) ? new FileMissing(name) : error;
    }
  }

  async remove(name: string): Promise<void> {
    checkObjectName(name);
    const path = this.#path(name);
    await rm(path, { force: true });
    // Only an empty folder can be removed so.
    await rmdir(dirname(path)).catch(() => undefined);
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    const inside = prefix.replace(/\/$/, "");
    const entries = await opendir(this.#path(inside)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (!entries) return;
    for await (const entry of entries) {
      const name = `${inside}/${entry.name}`;
      if (entry.isDirectory()) yield* this.list(`${name}/`);
      else {
        const info = await stat(this.#path(name)).catch(() => null);
        if (info) yield { name, modifiedAt: info.mtimeMs };
      }
    }
  }

  async workFile(size: number): Promise<string> {
    const path = await refusingWhenFull(() => this.#work.newPath());
    if ((await this.#freeBytes(this.folder)) - size < reservedBytes) {
      throw new StoreFull("The disk of the file store is nearly full");
    }
    return path;
  }

  removeStaleWork(before: number): Promise<void> {
    return this.#work.removeStale(before);
  }

  #path(name: string): string {
    return join(this.folder, ...name.split("/"));
  }

  /** Renames a finished file to where it belongs; its folder may vanish once, with its last file. */
  async #place(from: string, name: string, again = true): Promise<void> {
    const to = this.#path(name);
    try {
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
    } catch (error) {
      if (again && isMissing(error)) return this.#place(from, name, false);
      throw error;
    }
    // Windows cannot sync a folder, and does not need to.
    if (process.platform !== "win32") await sync(dirname(to));
  }
}

async function refusingWhenFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && full.has(code)) {
      throw new StoreFull("The disk of the file store is full", { cause: error });
    }
    throw error;
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

async function bytesFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
