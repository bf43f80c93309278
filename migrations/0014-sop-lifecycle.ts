import { addColumn, int, migration } from "../server/persistence/migration/schema-vocabulary.js";

/** On a cluster only a row that becomes another one is compared with what other nodes commit. */
export const sopLifecycle = migration("0014-sop-lifecycle", [
  addColumn("sop", int("lifecycle_revision").nullable()),
]);
