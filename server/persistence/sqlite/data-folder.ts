import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3, { type Database as SqliteHandle } from "better-sqlite3";
import { StartupError } from "../../kernel/startup-error.js";

export const databaseFile = (dataDir: string): string => join(dataDir, "alur.db");
const lockFile = (dataDir: string): string => join(dataDir, "alur.lock");

/** Held by the one process that may write to the folder. */
export interface FolderLock {
  release(): void;
}

/** Makes the folder where it is missing; a StartupError where this user may not write to it. */
export function prepareDataFolder(dataDir: string): void {
  try {
    // What lies in it is nobody else's business on this machine.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const file of [databaseFile(dataDir), lockFile(dataDir)]) {
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    throw new StartupError(
      `Cannot write to the data folder ${dataDir} (${code ?? String(error)} on ${path ?? dataDir}); give this user the right to, or set DATA_DIR`,
    );
  }
}

/** Takes the folder for this process; a StartupError where another has it. */
export function lockDataFolder(dataDir: string): FolderLock {
  const lock = tryDataFolder(dataDir);
  if (lock) return lock;
  throw new StartupError(
    `Another Alur is running on the data folder ${dataDir}; stop it first, or set DATA_DIR to another folder`,
  );
}

/** Takes the folder for this process; `null` where another has it. */
export const tryDataFolder = (dataDir: string): FolderLock | null => tryLock(lockFile(dataDir), 0);

/**
 * A lock is an open exclusive transaction on a file of its own, so that the operating system gives it
 * back however the process ends. `null`: another still has it after `patienceMs`.
 */
export function tryLock(file: string, patienceMs: number): FolderLock | null {
  let lock: SqliteHandle | undefined;
  try {
    lock = new BetterSqlite3(file, { timeout: patienceMs });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    const { code } = error as { code?: string };
    if (code?.startsWith("SQLITE_BUSY")) return null;
    throw new StartupError(`Cannot lock ${file} (${code ?? String(error)})`);
  }
  const held = lock;
  return { release: () => void held.close() };
}
