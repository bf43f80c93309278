import {
  officialColumns,
  rightColumns,
  type FormColumns,
  type RightColumn,
} from "../../../domain/index.js";

/** One column of the dialog: on the form or left out, in the order of the form. */
export interface ColumnChoice {
  readonly column: RightColumn;
  readonly title: string;
  readonly isShown: boolean;
}

export type ColumnTitles = Record<keyof FormColumns["titles"], string>;

/** The set-up as the dialog shows it; columns that are left out stand at the end. */
export function choicesOf(columns: FormColumns | null): {
  readonly right: readonly ColumnChoice[];
  readonly titles: ColumnTitles;
} {
  const { right, titles } = columns ?? officialColumns;
  const out = rightColumns.filter((column) => !right.some((one) => one.column === column));
  const words = (title: string | null) => title ?? "";
  return {
    right: [
      ...right.map(({ column, title }) => ({ column, title: words(title), isShown: true })),
      ...out.map((column) => ({ column, title: "", isShown: false })),
    ],
    titles: {
      number: words(titles.number),
      activity: words(titles.activity),
      lanes: words(titles.lanes),
      standard: words(titles.standard),
    },
  };
}

const orNull = (title: string): string | null => (title.trim() === "" ? null : title.trim());

/** The set-up that was chosen; `null` where it is the official form's. */
export function columnsOf(
  right: readonly ColumnChoice[],
  titles: ColumnTitles,
): FormColumns | null {
  const columns: FormColumns = {
    right: right
      .filter(({ isShown }) => isShown)
      .map(({ column, title }) => ({ column, title: orNull(title) })),
    titles: {
      number: orNull(titles.number),
      activity: orNull(titles.activity),
      lanes: orNull(titles.lanes),
      standard: orNull(titles.standard),
    },
  };
  return JSON.stringify(columns) === JSON.stringify(officialColumns) ? null : columns;
}

/** One place to the left or right on the form. */
export function moveColumn(
  right: readonly ColumnChoice[],
  index: number,
  by: 1 | -1,
): readonly ColumnChoice[] {
  const column = right[index];
  const other = right[index + by];
  if (column === undefined || other === undefined) return right;
  return right.map((one, at) => (at === index ? other : at === index + by ? column : one));
}
