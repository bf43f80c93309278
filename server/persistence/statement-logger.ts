import type { Logger } from "typeorm";
import { noteStatement } from "./sql-counter.js";

/** TypeORM's statements are counted as the hand-written ones are; errors reach the caller anyway. */
export const statementLogger: Logger = {
  logQuery: (sql) => noteStatement(sql),
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
