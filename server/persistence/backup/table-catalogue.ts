import { getMetadataArgsStorage } from "typeorm";
import { entities } from "../entities/entities.js";
import { StartupError } from "../../kernel/startup-error.js";
import type { SchemaConnection } from "../migration/migrate.js";
import { quoted } from "../migration/schema-vocabulary.js";

/** A table as the database has it now, which may be older than the program. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
}

/** The tables that hold data, each after those that it refers to. */
export const dataTables: readonly string[] = entities.map((entity) => {
  const [args] = getMetadataArgsStorage().filterTables(entity);
  if (!args?.name) throw new Error(`${entity.name} names no table`);
  return args.name;
});

/** The data tables that exist, with what they consist of. */
export async function readCatalogue(connection: SchemaConnection): Promise<readonly TableShape[]> {
  const shapes: TableShape[] = [];
  for (const name of dataTables) {
    const rows = await connection.all<{ name: string; keyed: number }>(
      columnsOf[connection.dialect],
      [name],
    );
    if (rows.length === 0) continue;
    shapes.push({
      name,
      columns: rows.map((row) => row.name),
      key: rows
        .filter(({ keyed }) => keyed > 0)
        .sort((one, other) => one.keyed - other.keyed)
        .map((row) => row.name),
    });
  }
  return shapes;
}

/** A StartupError where any data table has a row. */
export async function refuseUnlessEmpty(connection: SchemaConnection): Promise<void> {
  for (const { name } of await readCatalogue(connection)) {
    const rows = await connection.all(
      `SELECT 1 FROM ${quoted(name, connection.dialect)} LIMIT 1`,
      [],
    );
    if (rows.length > 0) {
      throw new StartupError(
        "The database is not empty; back it up, then restore with --replace to lose what it holds now",
      );
    }
  }
}

const columnsOf = {
  sqlite: "SELECT name, pk AS keyed FROM pragma_table_info(?) ORDER BY cid",
  mariadb: `SELECT c.column_name AS name, COALESCE(k.ordinal_position, 0) AS keyed
    FROM information_schema.columns c
    LEFT JOIN information_schema.key_column_usage k
      ON k.table_schema = c.table_schema AND k.table_name = c.table_name
      AND k.column_name = c.column_name AND k.constraint_name = 'PRIMARY'
    WHERE c.table_schema = DATABASE() AND c.table_name = ? ORDER BY c.ordinal_position`,
};
