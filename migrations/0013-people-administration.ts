import {
  addColumn,
  bigint,
  int,
  migration,
} from "../server/persistence/migration/schema-vocabulary.js";

/** What two admins at once are told apart by, and positions that are no longer filled. */
export const peopleAdministration = migration("0013-people-administration", [
  addColumn("office", int("revision").nullable()),
  addColumn("person", int("revision").nullable()),
  addColumn("position", int("revision").nullable()),
  addColumn("position", bigint("retired_at").nullable()),
]);
