import "reflect-metadata";
import { parseArgs } from "node:util";
import { readConfig } from "../kernel/config.js";
import { StartupError } from "../kernel/startup-error.js";
import { migrationsCurrent } from "../persistence/migrations-current.js";
import { openDatabaseReader } from "../persistence/open-database.js";
import { findAuditFault } from "../runtime/audit-trail.js";
import type { LogFault } from "../runtime/check-case-log.js";
import { verifyLog } from "../runtime/verify-log.js";
import { runCommand } from "./run-command.js";

/** What the number of a row is called, by its table. */
const numberNames = {
  instance: "",
  history_entry: "seq",
  task: "no",
  case_participant: "person",
  stored_file: "id",
} as const;

await runCommand(async () => {
  refuseArguments();
  const { database } = readConfig(process.env);
  const { reader, close } = await openDatabaseReader(database);
  try {
    const current = await migrationsCurrent({ dialect: database.dialect, reader }).catch(
      () => false,
    );
    if (!current) {
      throw new StartupError(
        "The database is empty or of another version of Alur; start this version on it first",
      );
    }
    const { instances, entries, faults } = await verifyLog(reader, (fault) =>
      console.log(lineOf(fault)),
    );
    const audit = await findAuditFault(reader);
    if (audit.fault !== null)
      console.log(`audit_entry seq=${audit.fault}: is not as it was written`);
    console.log(
      `instances=${instances} entries=${entries} audit_entries=${audit.entries} faults=${faults + (audit.fault === null ? 0 : 1)}`,
    );
    if (faults > 0 || audit.fault !== null) process.exitCode = 1;
  } finally {
    await close();
  }
});

function lineOf({ table, instanceId, number, what }: LogFault): string {
  const row = number === null ? "" : ` ${numberNames[table]}=${number}`;
  return `${table} instance=${instanceId}${row}: ${what}`;
}

function refuseArguments(): void {
  try {
    parseArgs({ options: {} });
  } catch {
    throw new StartupError("Usage: npm run verify-log");
  }
}
