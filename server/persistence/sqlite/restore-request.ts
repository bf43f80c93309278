import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../../kernel/startup-error.js";
import type { RestoreWatch } from "../restore-watch.js";
import { tryDataFolder, tryLock, type FolderLock } from "./data-folder.js";

/** Held by a restore for as long as it lives: the operating system gives it back when it dies. */
const restoreLockFile = (dataDir: string): string => join(dataDir, "alur.restore.lock");
/** There while a restore waits for the server; holds an id of that one wish. */
const requestFile = (dataDir: string): string => join(dataDir, "alur.restore.request");

/** A server that looks whether a restore lives has its lock for an instant. */
const lockPatienceMs = 2000;
const retryEveryMs = 100;
/** Longer than a restore waits for a server: one that has not come by then hangs. */
const lendAtMostMs = 60_000;

/** Makes this process the one restore of the folder. */
export function lockForRestore(dataDir: string): FolderLock {
  const lock = tryLock(restoreLockFile(dataDir), lockPatienceMs);
  if (lock) return lock;
  throw new StartupError(
    `Another restore is running on the data folder ${dataDir}; wait until it is done`,
  );
}

/**
 * Takes the data folder, which a running server is asked to let go of; a StartupError where it has
 * not after `patienceMs`. The wish is withdrawn before this ends.
 */
export async function takeFolderFromServer(
  dataDir: string,
  patienceMs: number,
  tell: (line: string) => void,
): Promise<FolderLock> {
  const free = tryDataFolder(dataDir);
  if (free) return free;
  tell("Asking the running server to let go of the database");
  const deadline = performance.now() + patienceMs;
  writeFileSync(requestFile(dataDir), randomUUID(), { mode: 0o600 });
  try {
    do {
      await sleep(retryEveryMs);
      const lock = tryDataFolder(dataDir);
      if (lock) return lock;
    } while (performance.now() < deadline);
  } finally {
    rmSync(requestFile(dataDir), { force: true });
  }
  throw new StartupError(
    `The Alur that runs on the data folder ${dataDir} did not let go of it in ${Math.ceil(patienceMs / 1000)} seconds; nothing was changed. Stop it, then restore`,
  );
}

/**
 * A wish counts while the restore that has it lives. Whoever opens the database takes the folder's
 * lock, so that nothing said here can make two processes write.
 */
export class SqliteRestoreWatch implements RestoreWatch {
  #granted: { readonly wish: string; readonly until: number } | null = null;
  #refused: string | null = null;

  constructor(
    private readonly dataDir: string,
    private readonly lendForMs: number = lendAtMostMs,
  ) {}

  async isAsked(): Promise<boolean> {
    const wish = this.#readWish();
    if (wish === null || wish === this.#refused || !this.#isRestoreAlive()) return false;
    this.#granted = { wish, until: performance.now() + this.lendForMs };
    return true;
  }

  async isOver(): Promise<boolean> {
    if (!this.#isRestoreAlive()) return true;
    if (!this.#granted || performance.now() < this.#granted.until) return false;
    // Suspended, perhaps. Should it wake up while it waits, it finds the folder taken.
    this.#refused = this.#granted.wish;
    return true;
  }

  #readWish(): string | null {
    const file = requestFile(this.dataDir);
    if (!existsSync(file)) return null;
    try {
      return readFileSync(file, "utf8") || null;
    } catch {
      // Withdrawn since.
      return null;
    }
  }

  #isRestoreAlive(): boolean {
    try {
      const lock = tryLock(restoreLockFile(this.dataDir), 0);
      lock?.release();
      return lock === null;
    } catch {
      // Not to be found out now, perhaps for want of a file handle: then it counts as alive.
      return true;
    }
  }
}
