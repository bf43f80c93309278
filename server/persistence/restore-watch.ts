import type { DatabaseLocation } from "../kernel/config.js";
import type { Reader } from "./database.js";
import { MariadbRestoreWatch } from "./mariadb/restore-lease.js";
import { SqliteRestoreWatch } from "./sqlite/restore-request.js";

/** How a running server learns that a restore wants its database, and that it may have it back. */
export interface RestoreWatch {
  /**
   * Whether a restore wants the database, or has had it while this server did not look. `reader` is
   * that of the database as the server has it open.
   */
  isAsked(reader: Reader): Promise<boolean>;
  /**
   * Whether the server, which has closed the database, may open it again: the restore is done, has
   * given up or has died. `false` as well where that cannot be found out now.
   */
  isOver(): Promise<boolean>;
}

/** One for the life of a server, however often it opens the database. */
export function watchRestores(location: DatabaseLocation): RestoreWatch {
  return location.dialect === "sqlite"
    ? new SqliteRestoreWatch(location.dataDir)
    : new MariadbRestoreWatch(location);
}
