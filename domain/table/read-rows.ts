import { documentLimits } from "../edit/document-limits.js";
import { isNumbering, textAt, textsOf } from "./find-sections.js";
import { isStepNumber } from "./read-columns.js";
import { isSymbolWord, readMark } from "./read-mark.js";
import type { ColumnRole, LeftOut, LeftOutReason, TableSection } from "./recognised-table.js";
import type { TableGrid } from "./table-grid.js";

/** The texts of one step, gathered from its row and from the rows that continue it. */
export interface RowReading {
  readonly rows: number[];
  number: string | null;
  activity: string;
  /** By column: what stands in the lanes. */
  readonly marks: { readonly column: number; readonly section: number; readonly text: string }[];
  actors: string;
  requirements: string;
  time: string;
  output: string;
  remarks: string;
  readonly section: number;
  /** Whether it was put together, or a cell of it belongs to other rows too. */
  isGuessed: boolean;
}

/** The fields whose texts run on over several rows. */
const running = ["activity", "actors", "requirements", "time", "output", "remarks"] as const;

/** Sorts the rows of all sections into steps, their continuations, and what is no step. */
export function readRows(
  grid: TableGrid,
  sections: readonly TableSection[],
): { readonly readings: readonly RowReading[]; readonly leftOut: readonly LeftOut[] } {
  const readings: RowReading[] = [];
  const leftOut: LeftOut[] = [];
  const leave = (row: number, why: LeftOutReason): void => {
    for (const [column, text] of textsOf(grid, row)) leftOut.push({ row, column, text, why });
  };
  const areNumbered = sections.some((section) => hasNumbers(grid, section));
  for (const [index, section] of sections.entries()) {
    for (const row of section.headings) leave(row, "HEADING");
    const roles = section.columns.map(({ role }) => role);
    const isNumbered = areNumbered && roles.includes("number");
    const isTitle = sections.length > 1 && standsAbove(grid, section);
    for (const row of section.rows) {
      if (textsOf(grid, row).length === 0) continue;
      const why = isTitle ? "SECTION" : reasonToLeave(grid, row, roles);
      if (why !== null) {
        leave(row, why);
        continue;
      }
      const reading = readRow(grid, row, index, roles, leftOut);
      const before = readings.at(-1);
      if (before === undefined || !continues(grid, reading, roles, isNumbered)) {
        if (isBlank(reading)) continue;
        readings.push(reading);
      } else append(before, reading, leftOut);
    }
  }
  return { readings, leftOut };
}

/** Whether these rows are what a sheet says before its table: under no heading, and without a step. */
const standsAbove = (grid: TableGrid, { headings, rows }: TableSection): boolean =>
  headings.length === 0 &&
  !rows.some((row) => {
    const [first, ...others] = textsOf(grid, row);
    return first !== undefined && others.length > 0 && isStepNumber(first[1]);
  });

/** Whether the steps of a section have numbers, so that a row without one is something else. */
function hasNumbers(grid: TableGrid, section: TableSection): boolean {
  const column = section.columns.find(({ role }) => role === "number")?.index;
  if (column === undefined) return false;
  return section.rows.some(
    (row) => !isNumbering(grid, row) && isStepNumber(textAt(grid, row, column)),
  );
}

function reasonToLeave(
  grid: TableGrid,
  row: number,
  roles: readonly ColumnRole[],
): LeftOutReason | null {
  if (isNumbering(grid, row)) return "NUMBERING";
  const texts = textsOf(grid, row);
  if (texts.some(([column, text]) => roles[column] !== "lane" && isTotal(text))) return "TOTAL";
  const [only, ...others] = texts;
  if (only === undefined || others.length > 0) return null;
  const [column, text] = only;
  if (isSymbolWord(text) || isStepNumber(text)) return null;
  const covers = grid.rows[row]?.[column]?.colSpan ?? 1;
  const isFullWidth = covers >= 3 && covers * 2 > grid.width;
  return isFullWidth || roles[column] === "number" ? "SECTION" : null;
}

const isTotal = (text: string): boolean =>
  text.length <= 40 && /^(jumlah|total|sub ?total|grand total)\b(?!.*\bmen)/i.test(text);

function readRow(
  grid: TableGrid,
  row: number,
  section: number,
  roles: readonly ColumnRole[],
  leftOut: LeftOut[],
): RowReading {
  const reading: RowReading = {
    rows: [row],
    number: null,
    activity: "",
    marks: [],
    actors: "",
    requirements: "",
    time: "",
    output: "",
    remarks: "",
    section,
    isGuessed: false,
  };
  for (const [column, text] of textsOf(grid, row)) {
    const role = roles[column] ?? "skip";
    const cell = grid.rows[row]![column]!;
    if (role === "skip") leftOut.push({ row, column, text, why: "COLUMN" });
    else if (role === "number" && isStepNumber(text)) reading.number = text;
    else if (role === "lane") {
      // A symbol in a merged cell stands in each of the lanes that the cell covers.
      for (let at = column; at < column + cell.colSpan; at++) {
        if (roles[at] === "lane") reading.marks.push({ column: at, section, text });
      }
    } else {
      // What stands under "No" and is no number is part of the text.
      const field = role === "number" ? "activity" : role;
      const together = joined(reading[field], text);
      if (together.length <= documentLimits.text) reading[field] = together;
      else leftOut.push({ row, column, text, why: "NO_ROOM" });
      if (cell.rowSpan > 1 && role !== "activity") reading.isGuessed = true;
    }
  }
  return reading;
}

const joined = (before: string, after: string): string =>
  before === "" || after === "" ? before + after : `${before}\n${after}`;

const isBlank = (reading: RowReading): boolean =>
  reading.number === null &&
  reading.marks.length === 0 &&
  running.every((field) => reading[field] === "");

/** Whether a row goes on with the step above it. */
function continues(
  grid: TableGrid,
  reading: RowReading,
  roles: readonly ColumnRole[],
  isNumbered: boolean,
): boolean {
  const [row = 0] = reading.rows;
  const activity = roles.indexOf("activity");
  if (activity < 0) return false;
  const cell = grid.rows[row]?.[activity];
  if (cell != null && cell.row < row && cell.text !== "") return true;
  if (reading.number !== null) return false;
  const isTerminator = reading.marks.some(({ text }) => /^(START|END)$/.test(readMark(text)));
  if (reading.activity === "") return !(isTerminator && reading.marks.length === 1);
  if (!isNumbered || isSymbolWord(reading.activity)) return false;
  return !isTerminator && reading.marks.length === 0 && reading.time === "";
}

function append(before: RowReading, more: RowReading, leftOut: LeftOut[]): void {
  const [row = 0] = more.rows;
  before.rows.push(row);
  before.isGuessed = true;
  before.number ??= more.number;
  before.marks.push(...more.marks);
  for (const field of running) {
    if (more[field] === "") continue;
    // A sentence that a page break cut goes on in the same line.
    const isSentence = field === "activity" || field === "remarks";
    const together = isSentence
      ? [before[field], more[field]].filter((text) => text !== "").join(" ")
      : joined(before[field], more[field]);
    if (together.length <= documentLimits.text) before[field] = together;
    else leftOut.push({ row, column: 0, text: more[field], why: "NO_ROOM" });
  }
}
