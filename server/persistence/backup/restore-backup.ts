import type { DatabaseLocation } from "../../kernel/config.js";
import type { SchemaConnection } from "../migration/migrate.js";
import { restoreFile } from "./restore-file.js";
import { restoreTables } from "./restore-tables.js";

export interface RestoreOptions {
  /** Whether the database may hold something, which is lost then. */
  readonly replace: boolean;
  /** How long running servers may take to let go of the database, in milliseconds. */
  readonly patienceMs: number;
  /** Is told, in a line, what takes a while. */
  readonly tell: (line: string) => void;
  /**
   * Runs once the backup has proved to be whole, and before anything of the database is changed; where
   * it fails, nothing is.
   */
  readonly beforeSwap: () => Promise<void>;
  /**
   * Runs once all rows are in place, under the schema of this program, and before any server sees them:
   * what it writes is there with them.
   */
  readonly afterLoad: (connection: SchemaConnection) => Promise<void>;
}

/** Longer than the lease of a server that has crashed, and than a server lets requests finish. */
const patienceMs = 45_000;

/**
 * Puts the backup in the place of the database, whole or not at all. Servers that run let go of it for
 * the last step and go on with what was restored. Resolves to the number of rows; a StartupError where
 * it cannot be, and then nothing was changed.
 */
export async function restoreBackup(
  location: DatabaseLocation,
  file: string,
  options: Partial<RestoreOptions> = {},
): Promise<number> {
  const nothing = async (): Promise<void> => undefined;
  const all: RestoreOptions = {
    replace: false,
    patienceMs,
    tell: () => undefined,
    beforeSwap: nothing,
    afterLoad: nothing,
    ...options,
  };
  return location.dialect === "sqlite"
    ? restoreFile(location.dataDir, file, all)
    : restoreTables(location, file, all);
}
