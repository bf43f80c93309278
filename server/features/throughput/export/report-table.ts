/**
 * What a cell holds. TEXT: a string. The others are numbers: a count; a duration in milliseconds; a
 * share, 0 to 1; a day since 1970-01-01; an instant in epoch milliseconds.
 */
export type CellKind = "TEXT" | "COUNT" | "DURATION" | "SHARE" | "DAY" | "MOMENT";

/** `null`: there is nothing to say. */
export type Cell = string | number | null;

export interface TableColumn {
  /** The same in every table in which the column means the same. */
  readonly key: string;
  /** In the asker's language, with its unit. */
  readonly heading: string;
  readonly kind: CellKind;
}

export type TableKey = "SUMMARY" | "LANES" | "STEPS" | "HAND_OVERS" | "COURSE" | "PEOPLE";

/** One of the tables that a report is written down as. Each row has a cell for each column. */
export interface ReportTable {
  readonly key: TableKey;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Minutes with two decimals, as both spreadsheets state durations. */
export const minutesOf = (milliseconds: number): number => Math.round(milliseconds / 600) / 100;
