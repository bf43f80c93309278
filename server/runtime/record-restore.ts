import { basename } from "node:path";
import { systemContext } from "../kernel/system-context.js";
import type { Row, RunResult } from "../persistence/database.js";
import { readBackupHeader } from "../persistence/backup/read-backup.js";
import type { SchemaConnection } from "../persistence/migration/migrate.js";
import { queueMissingCases } from "./throughput/ledger-rows.js";
import { recordAudit, type AuditWriter } from "./audit-trail.js";

/**
 * Writes down that the rows come from the backup `file`. The chain of entries goes on from those of the
 * backup; what came after them went with the data that was replaced.
 */
export async function recordRestore(
  connection: SchemaConnection,
  file: string,
  now: () => number,
): Promise<void> {
  // A backup of an older version has no sums for reports; what they lack is added at the next start.
  await connection.run(queueMissingCases, []);
  const { madeAt } = await readBackupHeader(file);
  const name = basename(file);
  await recordAudit(writerOn(connection), systemContext("restore", now), {
    action: "DATABASE_RESTORED",
    subject: { type: "Database", id: null, name },
    officeId: null,
    changes: [
      { field: "backupFile", before: null, after: name },
      { field: "backupMadeAt", before: null, after: madeAt },
    ],
  });
}

/** Nobody else writes while a restore has the database, so each statement can stand by itself. */
const writerOn = (connection: SchemaConnection): AuditWriter => ({
  get: async <T extends Row>(sql: string, params: Parameters<AuditWriter["get"]>[1]) =>
    (await connection.all<T>(sql, params))[0],
  batch: async (statements) => {
    const results: RunResult[] = [];
    for (const { sql, params } of statements) results.push(await connection.run(sql, params));
    return results;
  },
});
