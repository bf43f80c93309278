import type { OrderColumn, Select } from "../../persistence/keyset-page.js";

/** Where the tasks of a scope are read from. */
export interface TaskSource {
  /**
   * Conditions on `task t` that share no task. Each is one arm of the query, led by what a worklist
   * index is led by and ordered by it: one arm a position reads a page from the index alone, however
   * many tasks are open.
   */
  readonly arms: readonly Select[];
  readonly order: readonly OrderColumn[];
  /** What `t` is, in brackets; the whole table unless told. */
  readonly from?: Select;
  /** What no index serves: a condition on `task t JOIN instance i`, asked row by row. */
  readonly check?: Select;
}

export const byDeadline: readonly OrderColumn[] = [
  { sql: "t.due_sort", key: "due_sort" },
  { sql: "t.id", key: "id" },
];
