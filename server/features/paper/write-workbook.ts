import writeExcelFile, { type CellObject } from "write-excel-file/node";
import type { WorkbookJob } from "./paper-job.js";
import type { CellLook, WorkbookCell, WorkbookSheet } from "./workbook.js";

const heading = {
  fontWeight: "bold",
  wrap: true,
  alignVertical: "center",
  textColor: "#ffffff",
  backgroundColor: "#1f3a5f",
} as const;

/** Excel shows the marks of its own language in place of `,` and `.`. */
const looks: Readonly<Record<CellLook, Partial<CellObject>>> = {
  TITLE: { fontWeight: "bold", fontSize: 14 },
  HEADING: heading,
  TEXT: { alignVertical: "top" },
  WHOLE_NUMBER: { format: "#,##0" },
  DECIMAL_NUMBER: { format: "#,##0.00" },
  PER_CENT: { format: "0.0%" },
  DATE: { format: "dd/mm/yyyy" },
  DATE_TIME: { format: "dd/mm/yyyy hh:mm" },
};

/** A workbook as XLSX; every cell has the type of its value, and no text is taken for a formula. */
export async function writeWorkbook({ workbook }: WorkbookJob): Promise<Uint8Array> {
  return writeExcelFile(workbook.sheets.map(sheetOf), {
    fontFamily: "Arial",
    fontSize: 10,
  }).toBuffer();
}

const sheetOf = ({ name, widths, frozenRows, frozenColumns, rows }: WorkbookSheet) => ({
  sheet: name,
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: frozenRows,
  stickyColumnsCount: frozenColumns,
  orientation: "landscape" as const,
  data: rows.map((row) => row.map((cell) => cell && written(cell))),
});

function written({ look, value }: WorkbookCell): CellObject {
  if (typeof value === "string") return { value, type: String, ...looks[look] };
  const isDate = look === "DATE" || look === "DATE_TIME";
  return isDate
    ? { value: new Date(value), type: Date, ...looks[look] }
    : { value, type: Number, ...looks[look] };
}
