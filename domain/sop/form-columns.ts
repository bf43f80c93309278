/** The columns right of the lanes. Number, activity and lanes always come first, on every form. */
export type RightColumn = "requirements" | "time" | "output" | "remarks";

/** In the order of Permenpan RB 35/2012. */
export const rightColumns = [
  "requirements",
  "time",
  "output",
  "remarks",
] as const satisfies readonly RightColumn[];

export interface RightColumnSetting {
  readonly column: RightColumn;
  /** The office's own heading ("Syarat"); `null`: as on the official form. */
  readonly title: string | null;
}

/**
 * How an office arranges its form. Without one, the form is that of Permenpan RB 35/2012. Headings
 * that are `null` are as on the official form.
 */
export interface FormColumns {
  /** From left to right; a column that is not named is left out. */
  readonly right: readonly RightColumnSetting[];
  readonly titles: {
    readonly number: string | null;
    readonly activity: string | null;
    /** Over the lanes together: Pelaksana. */
    readonly lanes: string | null;
    /** Over requirements, time and output together: Mutu Baku. */
    readonly standard: string | null;
  };
}

/** The official form, as a set-up to start from. */
export const officialColumns: FormColumns = {
  right: rightColumns.map((column) => ({ column, title: null })),
  titles: { number: null, activity: null, lanes: null, standard: null },
};
