import { addColumn, json, migration } from "../server/persistence/migration/schema-vocabulary.js";

/** How seriously an office takes the rules of drawing that it may choose about. */
export const ruleLevels = migration("0017-rule-levels", [
  addColumn("office", json("rule_levels").nullable()),
]);
