import type { Dialect } from "../database.js";

/** One change of the schema: what each database is told, one DDL statement at a time. */
export interface SchemaChange {
  statements(dialect: Dialect): readonly string[];
}

/** Ordered by name. Once released it never changes; a correction is the next migration. */
export interface Migration {
  readonly name: string;
  readonly changes: readonly SchemaChange[];
}

export function migration(name: string, changes: readonly SchemaChange[]): Migration {
  return { name, changes };
}

type ColumnType =
  | { readonly kind: "id" | "bigint" | "int" | "flag" | "json" }
  | { readonly kind: "text"; readonly length: number };

/** A column, not null unless told. Each call returns a changed copy. */
export class ColumnSpec {
  constructor(
    readonly name: string,
    readonly type: ColumnType,
    readonly isNullable = false,
    readonly defaultText: string | null = null,
    readonly target: { readonly table: string; readonly constraint: string } | null = null,
  ) {}

  nullable(): ColumnSpec {
    return new ColumnSpec(this.name, this.type, true, this.defaultText, this.target);
  }

  default(text: string): ColumnSpec {
    return new ColumnSpec(this.name, this.type, this.isNullable, text, this.target);
  }

  /** A foreign key to the table's id. It never cascades (DESIGN §7, rule 4). */
  references(table: string, constraint: string): ColumnSpec {
    const target = { table, constraint };
    return new ColumnSpec(this.name, this.type, this.isNullable, this.defaultText, target);
  }

  ddl(dialect: Dialect): string {
    const name = `${quoted(this.name, dialect)} ${typeName(this.type, dialect)}`;
    if (this.type.kind === "id") {
      // Only this spelling makes the key SQLite's own row id.
      return dialect === "sqlite"
        ? `${name} PRIMARY KEY AUTOINCREMENT NOT NULL`
        : `${name} NOT NULL AUTO_INCREMENT`;
    }
    const otherwise = this.defaultText === null ? "" : ` DEFAULT '${this.defaultText}'`;
    return `${name}${this.isNullable ? "" : " NOT NULL"}${otherwise}`;
  }
}

/** The integer key of a table, counted up by the database and never used twice. */
export const id = (): ColumnSpec => new ColumnSpec("id", { kind: "id" });
/** The key of a row of another table. */
export const ref = (name: string): ColumnSpec => new ColumnSpec(name, { kind: "bigint" });
/** An integer of up to 53 bits; times are milliseconds since the epoch. */
export const bigint = (name: string): ColumnSpec => new ColumnSpec(name, { kind: "bigint" });
export const int = (name: string): ColumnSpec => new ColumnSpec(name, { kind: "int" });
/** 0 or 1. */
export const flag = (name: string): ColumnSpec => new ColumnSpec(name, { kind: "flag" });
/** Up to `length` characters, told apart by case and accent; MariaDB passes over blanks at the end. */
export const text = (name: string, length: number): ColumnSpec =>
  new ColumnSpec(name, { kind: "text", length });
/** A long text that is never searched: JSON, and what people write freely. */
export const json = (name: string): ColumnSpec => new ColumnSpec(name, { kind: "json" });

interface IndexSpec {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isUnique: boolean;
  /** A flag: only rows where it is 1 are looked for through this index. */
  readonly onlyWhereSet: string | null;
  /** Whether rows whose first column is null are not looked for either. */
  readonly skipsNulls?: boolean;
}

/** A new table. Each call returns a changed copy. */
export class TableSpec implements SchemaChange {
  constructor(
    readonly name: string,
    readonly columns: readonly ColumnSpec[],
    readonly key: readonly string[] = [],
    readonly indexes: readonly IndexSpec[] = [],
  ) {}

  primaryKey(columns: readonly string[]): TableSpec {
    return new TableSpec(this.name, this.columns, columns, this.indexes);
  }

  unique(name: string, columns: readonly string[]): TableSpec {
    return this.#with({ name, columns, isUnique: true, onlyWhereSet: null });
  }

  index(name: string, columns: readonly string[]): TableSpec {
    return this.#with({ name, columns, isUnique: false, onlyWhereSet: null });
  }

  /**
   * An index for `first = ? AND flag = 1 ORDER BY order`, so that rows whose flag is 0 cost nothing:
   * a partial index on SQLite (write the 1 into the SQL, a parameter does not match it), and one
   * that holds the flag in second place on MariaDB. With `skipsNulls`, rows where `first` is null
   * cost nothing either.
   */
  indexWhereSet(
    name: string,
    first: string,
    flag: string,
    order: readonly string[],
    { skipsNulls = false } = {},
  ): TableSpec {
    const columns = [first, ...order];
    return this.#with({ name, columns, isUnique: false, onlyWhereSet: flag, skipsNulls });
  }

  /** An index for `first = ? ORDER BY order` in which rows where `first` is null cost SQLite nothing. */
  indexWherePresent(name: string, first: string, order: readonly string[]): TableSpec {
    const columns = [first, ...order];
    return this.#with({ name, columns, isUnique: false, onlyWhereSet: null, skipsNulls: true });
  }

  #with(index: IndexSpec): TableSpec {
    return new TableSpec(this.name, this.columns, this.key, [...this.indexes, index]);
  }

  statements(dialect: Dialect): readonly string[] {
    const q = (name: string) => quoted(name, dialect);
    const inline = this.indexes.filter((index) => index.isUnique || dialect === "mariadb");
    const parts = [
      ...this.columns.map((column) => column.ddl(dialect)),
      ...this.#primaryKey(dialect),
      ...inline.map((index) => inlineIndex(index, dialect)),
      ...this.columns.flatMap(({ name, target }) =>
        target
          ? [
              `CONSTRAINT ${q(target.constraint)} FOREIGN KEY (${q(name)}) ${references(target.table, dialect)}`,
            ]
          : [],
      ),
    ];
    const table = `CREATE TABLE ${q(this.name)} (\n  ${parts.join(",\n  ")}\n)`;
    return dialect === "mariadb"
      ? [`${table} ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`]
      : [
          table,
          ...this.indexes
            .filter((index) => !index.isUnique)
            .map((index) => createIndex(this.name, index, dialect)),
        ];
  }

  #primaryKey(dialect: Dialect): readonly string[] {
    const generated = this.columns.some((column) => column.type.kind === "id");
    if (generated && dialect === "sqlite") return [];
    return [`PRIMARY KEY (${quotedList(generated ? ["id"] : this.key, dialect)})`];
  }
}

export const table = (name: string, columns: readonly ColumnSpec[]): TableSpec =>
  new TableSpec(name, columns);

/** A column more. On a table that may have rows it must be nullable or have a default. */
export const addColumn = (tableName: string, column: ColumnSpec): SchemaChange => ({
  statements: (dialect) => {
    const alter = `ALTER TABLE ${quoted(tableName, dialect)} ADD`;
    const foreignKey = column.target && {
      name: quoted(column.target.constraint, dialect),
      target: references(column.target.table, dialect),
    };
    if (!foreignKey) return [`${alter} COLUMN ${column.ddl(dialect)}`];
    return dialect === "sqlite"
      ? [
          `${alter} COLUMN ${column.ddl(dialect)} CONSTRAINT ${foreignKey.name} ${foreignKey.target}`,
        ]
      : [
          `${alter} COLUMN ${column.ddl(dialect)}`,
          `${alter} CONSTRAINT ${foreignKey.name} FOREIGN KEY (${quoted(column.name, dialect)}) ${foreignKey.target}`,
        ];
  },
});

export const addIndex = (
  tableName: string,
  name: string,
  columns: readonly string[],
): SchemaChange => ({
  statements: (dialect) => [
    createIndex(tableName, { name, columns, isUnique: false, onlyWhereSet: null }, dialect),
  ],
});

/**
 * As `TableSpec.indexWhereSet`, on a table that is there. Without `first` the index serves
 * `flag = 1 ORDER BY order`.
 */
export const addIndexWhereSet = (
  tableName: string,
  name: string,
  first: string | null,
  flag: string,
  order: readonly string[],
): SchemaChange => ({
  statements: (dialect) => {
    const lead = first === null ? [] : [first];
    const index =
      dialect === "sqlite"
        ? { columns: [...lead, ...order], onlyWhereSet: flag }
        : { columns: [...lead, flag, ...order], onlyWhereSet: null };
    return [createIndex(tableName, { name, isUnique: false, ...index }, dialect)];
  },
});

export const dropIndex = (tableName: string, name: string): SchemaChange => ({
  statements: (dialect) => [
    dialect === "sqlite"
      ? `DROP INDEX ${quoted(name, dialect)}`
      : `DROP INDEX ${quoted(name, dialect)} ON ${quoted(tableName, dialect)}`,
  ],
});

/**
 * Rows that follow from those of other tables. It may run again after it has run, so the SELECT must
 * leave out what is there already; its names must be no words of either database.
 */
export const fill = (
  tableName: string,
  columns: readonly string[],
  select: string,
): SchemaChange => ({
  statements: (dialect) => [
    `INSERT INTO ${quoted(tableName, dialect)} (${quotedList(columns, dialect)}) ${select}`,
  ],
});

/** A value for rows that are there already. Names must be no words of either database. */
export const setColumn = (
  tableName: string,
  column: string,
  value: string,
  where: string,
): SchemaChange => ({
  statements: (dialect) => [
    `UPDATE ${quoted(tableName, dialect)} SET ${quoted(column, dialect)} = ${value} WHERE ${where}`,
  ],
});

function typeName(type: ColumnType, dialect: Dialect): string {
  if (type.kind === "text") return `varchar(${type.length})`;
  if (type.kind === "json") return dialect === "sqlite" ? "text" : "longtext";
  if (dialect === "sqlite") return "integer";
  return { id: "bigint", bigint: "bigint", int: "int", flag: "tinyint" }[type.kind];
}

/** A name as SQL, also where it is a word of the language (`position` is, before a parenthesis). */
export function quoted(name: string, dialect: Dialect): string {
  return dialect === "sqlite" ? `"${name}"` : `\`${name}\``;
}

export function quotedList(names: readonly string[], dialect: Dialect): string {
  return names.map((name) => quoted(name, dialect)).join(", ");
}

function references(tableName: string, dialect: Dialect): string {
  return `REFERENCES ${quoted(tableName, dialect)} (${quoted("id", dialect)}) ON DELETE NO ACTION ON UPDATE NO ACTION`;
}

function inlineIndex(index: IndexSpec, dialect: Dialect): string {
  const q = quoted(index.name, dialect);
  if (dialect === "sqlite") return `CONSTRAINT ${q} UNIQUE (${quotedList(index.columns, dialect)})`;
  return `${index.isUnique ? "UNIQUE " : ""}INDEX ${q} (${quotedList(mariadbColumns(index), dialect)})`;
}

function createIndex(tableName: string, index: IndexSpec, dialect: Dialect): string {
  const columns = dialect === "sqlite" ? index.columns : mariadbColumns(index);
  const where = dialect === "sqlite" ? partialWhere(index) : "";
  return `CREATE INDEX ${quoted(index.name, dialect)} ON ${quoted(tableName, dialect)} (${quotedList(columns, dialect)})${where}`;
}

function partialWhere({ columns: [first = ""], onlyWhereSet, skipsNulls }: IndexSpec): string {
  const conditions = [
    ...(onlyWhereSet ? [`${quoted(onlyWhereSet, "sqlite")} = 1`] : []),
    ...(skipsNulls ? [`${quoted(first, "sqlite")} IS NOT NULL`] : []),
  ];
  return conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
}

/** MariaDB has no partial indexes; after the first column, so that a foreign key can use it too. */
function mariadbColumns(index: IndexSpec): readonly string[] {
  const [first, ...rest] = index.columns;
  return index.onlyWhereSet && first ? [first, index.onlyWhereSet, ...rest] : index.columns;
}
