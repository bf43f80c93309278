import { addIndex, migration } from "../server/persistence/migration/schema-vocabulary.js";

/** The log by time, in which each server finds what the others did; the key's columns follow by themselves. */
export const logTail = migration("0006-log-tail", [
  addIndex("history_entry", "ix_history_entry_at", ["at"]),
]);
