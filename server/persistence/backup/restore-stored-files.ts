import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { FileMissing, type FileStore, StoreFull } from "../files/file-store.js";
import { StartupError } from "../../kernel/startup-error.js";
import { notABackup, type BackupFile } from "./backup-format.js";
import { readBackup } from "./read-backup.js";

export interface RestoredFiles {
  readonly written: number;
  /** Those that the store had already. */
  readonly present: number;
  /** Whether the backup was made with files. */
  readonly areThere: boolean;
}

/**
 * Puts the files of a backup into the store. What is there already stays, as no file ever changes; what
 * was written before something failed is no harm, as nothing refers to it.
 */
export async function restoreStoredFiles(file: string, store: FileStore): Promise<RestoredFiles> {
  let written = 0;
  let present = 0;
  let promised: number | null = null;
  let current: Incoming | null = null;
  const finish = async (): Promise<void> => {
    if (current && (await current.finish(store))) written += 1;
    current = null;
  };
  try {
    for await (const line of readBackup(file)) {
      if (line.type === "bytes") await (current as Incoming | null)?.write(line.bytes);
      else await finish();
      if (line.type === "file") {
        if (await isStored(store, line.file.file)) present += 1;
        else current = await Incoming.begin(line.file, await store.workFile(line.file.size));
      }
      if (line.type === "end") promised = line.end.files ?? null;
    }
  } catch (error) {
    if (!(error instanceof StoreFull)) throw error;
    throw new StartupError("There is no room for the attached files; nothing was changed");
  } finally {
    await (current as Incoming | null)?.discard();
  }
  if (promised !== null && promised !== written + present) throw notABackup();
  return { written, present, areThere: promised !== null };
}

/** A file of the backup on its way into the store. */
class Incoming {
  readonly #hash = createHash("sha256");
  #size = 0;

  private constructor(
    private readonly file: BackupFile,
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  static async begin(file: BackupFile, path: string): Promise<Incoming> {
    return new Incoming(file, path, await open(path, "wx", 0o600));
  }

  async write(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes);
    this.#size += bytes.length;
    await this.handle.writeFile(bytes).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOSPC" ? new StoreFull("full", { cause: error }) : error;
    });
  }

  async finish(store: FileStore): Promise<true> {
    try {
      await this.handle.close();
      if (this.#size !== this.file.size) throw notABackup();
      const sha256 = this.#hash.digest("hex");
      await store.adopt(this.file.file, { path: this.path, size: this.#size, sha256 });
      return true;
    } finally {
      await rm(this.path, { force: true });
    }
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }
}

async function isStored(store: FileStore, name: string): Promise<boolean> {
  try {
    (await store.read(name, { start: 0, end: 0 })).destroy();
    return true;
  } catch (error) {
    if (error instanceof FileMissing) return false;
    throw error;
  }
}
