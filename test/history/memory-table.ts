import type { SqlValue, Statement } from "../../server/persistence/database.js";

type Cells = SqlValue[];
type Params = readonly SqlValue[];
type Value = (cells: Cells, params: Params) => SqlValue;

/** One statement, made ready: changes the rows and answers how many it met. */
type Play = (rows: Cells[], params: Params) => number;

const splitAtCommas = (text: string): string[] =>
  text.split(/,\s*(?![^(]*\))/).map((s) => s.trim());

/**
 * A table in memory that the runtime's own statements are played on, so that what a case leaves is what
 * they make of it. It knows the few forms that the hot path is written in, a literal or a placeholder
 * for each value, and throws on any other: what it does not understand it must not guess.
 */
export class MemoryTable {
  readonly #plays = new Map<string, Play>();
  readonly #at: ReadonlyMap<string, number>;

  constructor(
    readonly name: string,
    readonly columns: readonly string[],
  ) {
    this.#at = new Map(columns.map((column, index) => [column, index]));
  }

  /** Plays a statement on some rows of the table: they must be all that it could mean. */
  play(rows: Cells[], { sql, params, expect }: Statement): void {
    let play = this.#plays.get(sql);
    if (!play) this.#plays.set(sql, (play = this.#prepare(sql)));
    const met = play(rows, params);
    if (expect !== undefined && met !== expect) throw new Error(`${met} rows met: ${sql}`);
  }

  /** Where a column stands in a row. */
  at(column: string): number {
    const index = this.#at.get(column);
    if (index === undefined) throw new Error(`${this.name} has no ${column} here`);
    return index;
  }

  #prepare(sql: string): Play {
    const insert = /^INSERT INTO (\w+)\s*\(([^)]*)\)\s*VALUES\s*\((.*)\)$/s.exec(sql);
    if (insert) {
      const [, table = "", columns = "", values = ""] = insert;
      return this.#insert(table, splitAtCommas(columns), splitAtCommas(values));
    }
    const update = /^UPDATE (\w+) SET (.*?)\s+WHERE (.*)$/s.exec(sql);
    if (!update) throw new Error(`Not a statement of the hot path: ${sql}`);
    const [, table = "", sets = "", conditions = ""] = update;
    return this.#update(table, splitAtCommas(sets), conditions.split(/\s+AND\s+/));
  }

  #insert(table: string, columns: readonly string[], values: readonly string[]): Play {
    this.#expectTable(table);
    const next = { value: 0 };
    const cells = columns.map((column, index) => ({
      at: this.at(column),
      value: this.#value(values[index] ?? "", next),
    }));
    const { length } = this.columns;
    return (rows, params) => {
      const row = Array.from<SqlValue>({ length }).fill(null);
      for (const { at, value } of cells) row[at] = value(row, params);
      rows.push(row);
      return 1;
    };
  }

  #update(table: string, sets: readonly string[], conditions: readonly string[]): Play {
    this.#expectTable(table);
    const next = { value: 0 };
    const changes = sets.map((set) => {
      const [, column = "", value = ""] = /^(\w+) = (.*)$/s.exec(set) ?? [];
      return { at: this.at(column), value: this.#value(value, next) };
    });
    const tests = conditions.map((condition) => {
      const [, column = "", value = ""] = /^(\w+) (?:= |IS (?=NULL))(.*)$/s.exec(condition) ?? [];
      return { at: this.at(column), value: this.#value(value, next) };
    });
    return (rows, params) => {
      let met = 0;
      for (const row of rows) {
        if (!tests.every(({ at, value }) => row[at] === value(row, params))) continue;
        // As SQL has it, all values are of the row as it was.
        const values = changes.map(({ value }) => value(row, params));
        for (const [index, { at }] of changes.entries()) row[at] = values[index] ?? null;
        met += 1;
      }
      return met;
    };
  }

  #value(text: string, next: { value: number }): Value {
    if (text === "?") {
      const index = next.value;
      next.value += 1;
      return (_, params) => params[index] ?? null;
    }
    if (text === "NULL") return () => null;
    if (/^\d+$/.test(text)) return () => Number(text);
    const word = /^'([^']*)'$/.exec(text)?.[1];
    if (word !== undefined) return () => word;
    const [, column, otherwise] = /^COALESCE\((\w+), (\?)\)$/.exec(text) ?? [];
    if (column === undefined || otherwise === undefined)
      throw new Error(`Not a plain value: ${text}`);
    const at = this.at(column);
    const other = this.#value(otherwise, next);
    return (row, params) => row[at] ?? other(row, params);
  }

  #expectTable(table: string): void {
    if (table !== this.name) throw new Error(`A statement of ${table}, not of ${this.name}`);
  }
}
