import { Refusal } from "../kernel/refusal.js";
import type { Row, SqlValue } from "./database.js";

/** One column of an order. It must never be null, and the last one makes the order total. */
export interface OrderColumn {
  /** As the query writes it: `t.due_sort`. */
  readonly sql: string;
  /** As the row has it: `due_sort`. */
  readonly key: string;
  readonly descending?: boolean;
}

/** What the client asked for, as GraphQL gives it. */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface Select {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export interface Page<T> {
  readonly edges: { cursor: string; node: T }[];
  readonly nodes: T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export const maxPageSize = 100;
const defaultPageSize = 20;
const longestCursor = 4000;

/** Checks what the client asked for; refuses as INVALID, naming the argument. */
export function keysetPage(request: PageRequest, order: readonly OrderColumn[]): KeysetPage {
  const { first, last } = request;
  if (first != null && last != null) invalid("last", "first + last");
  for (const field of ["first", "last"] as const) {
    const size = request[field];
    if (size != null && !(Number.isInteger(size) && size >= 0 && size <= maxPageSize)) {
      invalid(field, `0–${maxPageSize}`);
    }
  }
  return new KeysetPage(
    order,
    first ?? last ?? defaultPageSize,
    last != null,
    request.after == null ? null : readCursor(request.after, order, "after"),
    request.before == null ? null : readCursor(request.before, order, "before"),
  );
}

/** A page of a list: the SQL that reads it and what becomes of its rows. Its cost is the page's. */
export class KeysetPage {
  constructor(
    private readonly order: readonly OrderColumn[],
    private readonly size: number,
    private readonly fromEnd: boolean,
    private readonly after: readonly SqlValue[] | null,
    private readonly before: readonly SqlValue[] | null,
  ) {}

  /** The condition that the cursors make; `1 = 1` without any. */
  get where(): Select {
    const bounds = [
      ...(this.after ? [beyond(this.order, this.after, false)] : []),
      ...(this.before ? [beyond(this.order, this.before, true)] : []),
    ];
    if (bounds.length === 0) return { sql: "1 = 1", params: [] };
    return {
      sql: bounds.map(({ sql }) => sql).join(" AND "),
      params: bounds.flatMap(({ params }) => params),
    };
  }

  /** ORDER BY and LIMIT; one row more than the page, to know whether there is more. */
  get tail(): string {
    return this.#tail((column) => column.sql, this.size + 1);
  }

  /** The same order, for a query around this one whose columns bear `prefix`. */
  orderBy(prefix: string): string {
    return this.#order((column) => `${prefix}.${column.key}`);
  }

  /**
   * The page of a list. `arms` are SELECTs that end in their WHERE clause (`WHERE 1 = 1` if they have
   * none) and share no row. Each arm is cut to the page before they are put together, so that an index
   * that serves one arm's order serves the page: write one arm for each position, not `IN (…)`. There
   * must be one arm at least. `rows` is how many are read; one more than the page, unless told.
   */
  query(arms: readonly Select[], rows = this.size + 1): Select {
    if (arms.length === 0) throw new Error("A page needs something to read from");
    const { where } = this;
    const tail = this.#tail((column) => column.sql, rows);
    const cut = arms.map(({ sql, params }) => ({
      sql: `${sql} AND ${where.sql} ${tail}`,
      params: [...params, ...where.params],
    }));
    const [only] = cut;
    if (only && cut.length === 1) return only;
    return {
      sql: `${cut.map(({ sql }, index) => `SELECT * FROM (${sql}) arm${index}`).join(" UNION ALL ")} ${this.#tail((column) => column.key, rows)}`,
      params: cut.flatMap(({ params }) => params),
    };
  }

  /** The order in which `build` takes rows, for those that were read together with other pages'. */
  readonly compare = (one: Row, other: Row): number => {
    for (const column of this.order) {
      const [a, b] = [one[column.key] ?? null, other[column.key] ?? null];
      if (a === b || a === null || b === null) continue;
      return a < b === isDescending(column, this.fromEnd) ? 1 : -1;
    }
    return 0;
  };

  /**
   * What the rows of the query are on this page. `lookedAt` is the last row that was looked at, where
   * looking ended before the page was full and before the list was: the next page goes on behind it.
   */
  build<R extends Row, T>(
    rows: readonly R[],
    toNode: (row: R) => T,
    lookedAt: Row | null = null,
  ): Page<T> {
    const { fromEnd } = this;
    const shown = rows.slice(0, this.size);
    const isFull = rows.length > this.size;
    if (fromEnd) shown.reverse();
    const cursorOf = (row: Row): string => this.#cursor(row);
    const edges = shown.map((row) => new PageEdge(toNode(row), row, cursorOf));
    const hasMore = isFull || lookedAt !== null;
    const far = lookedAt !== null && !isFull ? cursorOf(lookedAt) : null;
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: fromEnd ? this.before !== null : hasMore,
        hasPreviousPage: fromEnd ? hasMore : this.after !== null,
        get startCursor() {
          return (fromEnd ? far : null) ?? edges[0]?.cursor ?? null;
        },
        get endCursor() {
          return (fromEnd ? null : far) ?? edges.at(-1)?.cursor ?? null;
        },
      },
    };
  }

  /** How many rows are one more than the page. */
  get enough(): number {
    return this.size + 1;
  }

  #tail(name: (column: OrderColumn) => string, rows: number): string {
    return `${this.#order(name)} LIMIT ${rows}`;
  }

  #order(name: (column: OrderColumn) => string): string {
    const columns = this.order.map(
      (column) => `${name(column)} ${isDescending(column, this.fromEnd) ? "DESC" : "ASC"}`,
    );
    return `ORDER BY ${columns.join(", ")}`;
  }

  #cursor(row: Row): string {
    const values = this.order.map(({ key }) => row[key]);
    return Buffer.from(JSON.stringify([orderName(this.order), ...values])).toString("base64url");
  }
}

/** The cursor is made when it is asked for, which most callers of a list never do. */
class PageEdge<T> {
  readonly #row: Row;
  readonly #cursorOf: (row: Row) => string;

  constructor(
    readonly node: T,
    row: Row,
    cursorOf: (row: Row) => string,
  ) {
    this.#row = row;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.#row);
  }
}

const isDescending = (column: OrderColumn, reversed: boolean): boolean =>
  (column.descending ?? false) !== reversed;

/** A cursor of another list must not be read as one of this. */
const orderName = (order: readonly OrderColumn[]): string =>
  order.map(({ sql, descending }) => (descending ? `-${sql}` : sql)).join();

/**
 * `(a >= ? AND (a > ? OR b > ?))`: unlike `(a, b) > (?, ?)`, both databases find the beginning of it
 * in an index.
 */
function beyond(
  order: readonly OrderColumn[],
  values: readonly SqlValue[],
  reversed: boolean,
): Select {
  const [column, ...rest] = order;
  const [value = null, ...others] = values;
  if (!column) return { sql: "1 = 1", params: [] };
  const sign = isDescending(column, reversed) ? "<" : ">";
  if (rest.length === 0) return { sql: `${column.sql} ${sign} ?`, params: [value] };
  const inner = beyond(rest, others, reversed);
  return {
    sql: `(${column.sql} ${sign}= ? AND (${column.sql} ${sign} ? OR ${inner.sql}))`,
    params: [value, value, ...inner.params],
  };
}

function readCursor(
  cursor: string,
  order: readonly OrderColumn[],
  field: "after" | "before",
): readonly SqlValue[] {
  if (cursor.length > longestCursor) invalid(field, "cursor");
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    invalid(field, "cursor");
  }
  if (!Array.isArray(decoded) || decoded.length !== order.length + 1) invalid(field, "cursor");
  const [name, ...values] = decoded as unknown[];
  if (name !== orderName(order)) invalid(field, "cursor");
  return values.map((value) => (isKey(value) ? value : invalid(field, "cursor")));
}

/** JSON's 1e999 is read as Infinity, which SQL has no word for, and no key of ours is a fraction. */
const isKey = (value: unknown): value is string | number =>
  typeof value === "string" || Number.isSafeInteger(value);

function invalid(field: string, reason: string): never {
  throw new Refusal("INVALID", field, { reason });
}
