/** A workbook as plain data. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
}

export interface WorkbookSheet {
  /** At most 31 characters, and none of `\ / ? * [ ] :`. */
  readonly name: string;
  /** Widths of its columns, in characters. */
  readonly widths: readonly number[];
  /** So many rows stay where they are while the others are scrolled; columns likewise. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rows: readonly (readonly (WorkbookCell | null)[])[];
}

/** How a cell looks, and with it what its value is. */
export type CellLook =
  | "TITLE"
  | "HEADING"
  | "TEXT"
  | "WHOLE_NUMBER"
  | "DECIMAL_NUMBER"
  | "PER_CENT"
  | "DATE"
  | "DATE_TIME";

export interface WorkbookCell {
  readonly look: CellLook;
  /**
   * A text, also where it begins like a formula; a number, of which 1 is 100 per cent; a date, as the
   * epoch milliseconds at which clocks in UTC would show it.
   */
  readonly value: string | number;
}
