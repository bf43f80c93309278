import type { LocalTime } from "../../../../domain/index.js";
import type { CellLook, Workbook, WorkbookCell, WorkbookSheet } from "../../paper/paper-service.js";
import {
  type Cell,
  type CellKind,
  minutesOf,
  type ReportTable,
  type TableColumn,
} from "./report-table.js";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The tables as a workbook, each on a sheet of its own; what has only one row is set upright. */
export function reportWorkbook(
  tables: readonly ReportTable[],
  { title, clocks }: { title: string; clocks: LocalTime },
): Workbook {
  return {
    sheets: tables.map((table) =>
      table.key === "SUMMARY" ? upright(table, title, clocks) : lying(table, clocks),
    ),
  };
}

function lying({ title, columns, rows }: ReportTable, clocks: LocalTime): WorkbookSheet {
  return {
    name: title,
    widths: columns.map((column, place) =>
      widthOf(
        column,
        rows.map((row) => row[place] ?? null),
      ),
    ),
    frozenRows: 1,
    // What a row is about stays in sight.
    frozenColumns: Math.max(
      1,
      columns.findIndex(({ kind }) => kind !== "TEXT"),
    ),
    rows: [
      columns.map(({ heading }): WorkbookCell => ({ look: "HEADING", value: heading })),
      ...rows.map((row) => row.map((cell, place) => written(cell, columns[place]!.kind, clocks))),
    ],
  };
}

function upright({ title: name, columns, rows }: ReportTable, title: string, clocks: LocalTime) {
  const [row = []] = rows;
  return {
    name,
    widths: [48, 70],
    frozenRows: 1,
    frozenColumns: 0,
    rows: [
      [{ look: "TITLE" as const, value: title }, null],
      ...columns.map(({ heading, kind }, place) => [
        { look: "TEXT" as const, value: heading },
        written(row[place] ?? null, kind, clocks),
      ]),
    ],
  };
}

interface Writing {
  readonly look: CellLook;
  readonly value: (value: number, clocks: LocalTime) => number;
}

const writing: Readonly<Record<Exclude<CellKind, "TEXT">, Writing>> = {
  COUNT: { look: "WHOLE_NUMBER", value: (value) => value },
  DURATION: { look: "DECIMAL_NUMBER", value: minutesOf },
  SHARE: { look: "PER_CENT", value: (value) => value },
  DAY: { look: "DATE", value: (day) => day * DAY },
  MOMENT: { look: "DATE_TIME", value: (at, { utcOffset }) => at + utcOffset * MINUTE },
};

function written(cell: Cell, kind: CellKind, clocks: LocalTime): WorkbookCell | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string" || kind === "TEXT") return { look: "TEXT", value: String(cell) };
  const { look, value } = writing[kind];
  return { look, value: value(cell, clocks) };
}

/** Wide enough for most of its texts; headings break into lines. */
function widthOf({ kind }: TableColumn, cells: readonly Cell[]): number {
  if (kind === "MOMENT") return 17;
  if (kind !== "TEXT") return 15;
  const longest = Math.max(
    12,
    ...cells.map((cell) => (typeof cell === "string" ? cell.length : 0)),
  );
  return Math.min(60, longest + 2);
}
