import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrations } from "../../../migrations/migrations.js";
import { StartupError } from "../../../server/kernel/startup-error.js";
import type { Database } from "../../../server/persistence/database.js";
import {
  migrate,
  statementsOf,
  type SchemaConnection,
} from "../../../server/persistence/migration/migrate.js";
import {
  addColumn,
  addIndex,
  int,
  migration,
  ref,
  text,
} from "../../../server/persistence/migration/schema-vocabulary.js";
import { openDatabase } from "../../../server/persistence/open-database.js";
import {
  openSchemaConnection,
  type OpenSchemaConnection,
} from "../../../server/persistence/open-schema-connection.js";
import { createTestLocation, testDialect, type TestLocation } from "../../harness/test-database.js";

let place: TestLocation;
let schema: OpenSchemaConnection;
let connection: SchemaConnection;

beforeEach(async () => {
  place = await createTestLocation();
  schema = await openSchemaConnection(place.location);
  ({ connection } = schema);
});
afterEach(async () => {
  await schema.close();
  await place.drop();
});

/** What TypeORM would change to make the schema that of the entities. */
async function drift(): Promise<readonly string[]> {
  const database = await openDatabase(place.location);
  try {
    return await driftOf(database);
  } finally {
    await database.close();
  }
}

async function driftOf({ reader }: Database): Promise<readonly string[]> {
  const { upQueries } = await reader.manager.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

const applied = () => connection.all("SELECT * FROM schema_migration WHERE applied_at > 0", []);

describe("the entities and the migrated schema", () => {
  test("are the same", async () => {
    await expect(drift()).resolves.toEqual([]);
  });

  test.each([
    ["a column more", "ALTER TABLE office ADD COLUMN extra int"],
    ["a column less", "ALTER TABLE office DROP COLUMN government"],
    ["an index more", "CREATE INDEX ix_extra ON office (name)"],
    [
      "an index less",
      testDialect === "sqlite"
        ? "DROP INDEX ix_idempotency_created"
        : "DROP INDEX ix_idempotency_created ON idempotency",
    ],
  ])("with %s are told apart", async (_what, ddl) => {
    await migrate(connection, migrations);
    await connection.run(ddl, []);
    await expect(drift()).resolves.not.toEqual([]);
  });

  test("serve a worklist page from its index, without a sort", async () => {
    await migrate(connection, migrations);
    const explain = testDialect === "sqlite" ? "EXPLAIN QUERY PLAN" : "EXPLAIN";
    const open = {
      ix_task_lane_open: "position_id = 1 AND assignee_id IS NULL AND is_open = 1",
      ix_task_requester_open: "requester_id = 1 AND is_open = 1",
      ix_task_assignee_open: "assignee_id = 1 AND is_open = 1",
      ix_task_instance_open: "instance_id = 1 AND is_open = 1",
      ix_task_due_open: "is_open = 1",
    };
    for (const [index, condition] of Object.entries(open)) {
      const plan = await connection.all(
        `${explain} SELECT id, due_sort FROM task WHERE ${condition} ORDER BY due_sort, id LIMIT 21`,
        [],
      );
      const told = JSON.stringify(plan);
      expect(told).toContain(index);
      expect(told).toMatch(/COVERING INDEX|Using index/);
      expect(told).not.toMatch(/filesort|TEMP B-TREE/);
    }
  });

  test("keep in mind who waits for a case that was begun before", async () => {
    const before = migrations.filter(({ name }) => name < "0005");
    await migrate(connection, before);
    for (const sql of [
      "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
      `INSERT INTO person (office_id, username, name, locale, must_change_password, created_at)
        VALUES (1, 'a', 'A', 'id', 0, 0), (1, 'b', 'B', 'id', 0, 0), (1, 'c', 'C', 'id', 0, 0)`,
      "INSERT INTO sop (office_id, title, created_at) VALUES (1, 'S', 0)",
      `INSERT INTO sop_version (sop_id, ordinal, status, revision, document, created_at, updated_at)
        VALUES (1, 1, 'ENACTED', 1, '{}', 0, 0)`,
      ...[null, 5].map(
        (
          ended,
        ) => `INSERT INTO instance (sop_id, version_id, office_id, version, status, requester_id,
          requester_name, started_by, started_at, ended_at, last_event_at, state, head_hash)
          VALUES (1, 1, 1, 1, 'RUNNING', 1, 'A', 2, 0, ${ended ?? "NULL"}, 0, '', '')`,
      ),
      ...[1, 2].map(
        (
          instance,
        ) => `INSERT INTO task (instance_id, no, visit, node_key, lane_key, status, is_open,
          assignee_id, opened_at, closed_by, due_sort)
          VALUES (${instance}, 1, 1, 'n', 'l', 'DONE', 0, 3, 0, 3, 0)`,
      ),
    ]) {
      await connection.run(sql, []);
    }
    await migrate(connection, migrations);
    await expect(
      connection.all("SELECT instance_id, person_id FROM case_participant ORDER BY person_id", []),
    ).resolves.toEqual([1, 2, 3].map((person_id) => ({ instance_id: 1, person_id })));
  });
});

describe("migrating", () => {
  test("goes on where it broke off, whichever statement it was", async () => {
    // Each run does one statement more, and breaks off before or after the next.
    for (let run = 0; ; run += 1) {
      let done = 0;
      const breaking: SchemaConnection = {
        dialect: connection.dialect,
        run: (sql, params) => connection.run(sql, params),
        all: (sql, params) => connection.all(sql, params),
        isAlreadyDone: (error) => connection.isAlreadyDone(error),
        apply: async (ddl, note) => {
          done += 1;
          if (done === 1) return connection.apply(ddl, note);
          // Only where DDL commits by itself can it have run without the note.
          if (run % 2 === 0 && testDialect === "mariadb") await connection.run(ddl, []);
          throw new Error("power cut");
        },
      };
      const failure = await migrate(breaking, migrations).then(
        () => null,
        (error: Error) => error.message,
      );
      if (failure === null) break;
      expect(failure).toBe("power cut");
      expect(run).toBeLessThan(1000);
    }
    await expect(applied()).resolves.toHaveLength(
      migrations.flatMap((each) => statementsOf(each, testDialect)).length,
    );
    await expect(drift()).resolves.toEqual([]);
  });

  test("a second time changes nothing", async () => {
    await migrate(connection, migrations);
    const before = await applied();
    await migrate(connection, migrations);
    await expect(applied()).resolves.toEqual(before);
  });

  test("takes the rows of today through the next version", async () => {
    await migrate(connection, migrations);
    await connection.run(
      "INSERT INTO office (code, name, time_zone) VALUES ('a', 'A', 'Asia/Jakarta')",
      [],
    );
    const next = migration("9000-next", [
      addColumn("office", text("region", 40).default("ID")),
      addColumn("office", int("rank").nullable()),
      addColumn("office", ref("parent_id").nullable().references("office", "fk_office_parent")),
      addIndex("office", "ix_office_region", ["region"]),
    ]);
    await migrate(connection, [...migrations, next]);
    await expect(
      connection.all("SELECT code, region, rank, parent_id FROM office", []),
    ).resolves.toEqual([{ code: "a", region: "ID", rank: null, parent_id: null }]);
    await expect(
      connection.run("UPDATE office SET parent_id = 999 WHERE code = 'a'", []),
    ).rejects.toThrow(/foreign key/i);

    // And this program, which knows nothing of it, leaves it alone.
    await expect(openDatabase(place.location)).rejects.toThrow(StartupError);
    await expect(openDatabase(place.location)).rejects.toThrow(/newer version.*9000-next/);
  });

  test("does not run before a database of another owner is refused", async () => {
    await connection.run("CREATE TABLE office (id int)", []);
    await expect(openDatabase(place.location)).rejects.toThrow(/office/);
    await expect(connection.all("SELECT * FROM office", [])).resolves.toEqual([]);
  });

  test("is done once when several servers start together", async () => {
    const second = await openSchemaConnection(place.location);
    const third = await openSchemaConnection(place.location);
    const all = [connection, second.connection, third.connection];
    await Promise.all(all.map((each) => migrate(each, migrations)));
    await expect(drift()).resolves.toEqual([]);
    await second.close();
    await third.close();
  });
});
