import type { SourceTable } from "../table/read-tsv.js";
import { bareText, tidyText } from "../table/tidy-text.js";
import { bareNip, findNipFault } from "./nip.js";

/** What a column of a table of people can say. */
export const peopleColumns = ["NAME", "NIP", "POSITION", "UNIT", "USERNAME", "ROLE"] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

export interface RecognisedPeople {
  /** What each column says; `null`: nothing that is taken. */
  readonly columns: readonly (PeopleColumn | null)[];
  /** The heading of each column; blank where the table has none. */
  readonly headings: readonly string[];
  /** The rows under the heading, as wide as `columns`, without those that are blank. */
  readonly rows: readonly (readonly string[])[];
}

/** Bare headings; a heading that begins with one of these counts, too, the longest first. */
const headings: Readonly<Record<PeopleColumn, readonly string[]>> = {
  NAME: ["nama", "namalengkap", "namapegawai", "name", "fullname"],
  NIP: ["nip", "nipbaru", "nomorindukpegawai", "niptanggallahir"],
  POSITION: ["jabatan", "namajabatan", "position", "title"],
  UNIT: ["unit", "unitkerja", "bidang", "seksi", "bagian", "unitbidang", "bidangseksi"],
  USERNAME: ["username", "namapengguna", "pengguna", "akun", "login", "user"],
  ROLE: ["role", "peran", "hakakses", "roles"],
};

/** How many rows are looked at for a heading: a table may begin with its own name. */
const headRows = 10;

/** Finds out what the columns say, in whatever order they stand. All text stays text. */
export function recognisePeople(table: SourceTable): RecognisedPeople {
  const rows = filled(table);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const wide = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  const head = wide
    .slice(0, headRows)
    .findIndex((row) => columnsOf(row).filter(Boolean).length > 1);
  const headed = head < 0 ? null : columnsOf(wide[head]!);
  const below = wide.slice(head + 1).filter((row) => !isNumbering(row));
  return {
    columns: headed ?? guessed(below, width),
    headings: head < 0 ? Array.from({ length: width }, () => "") : wide[head]!,
    rows: below.filter((row) => row.some((cell) => cell !== "")),
  };
}

/** Rows of texts; a cell that covers several columns is followed by blanks. */
const filled = (table: SourceTable): string[][] =>
  table.map((row) =>
    row.flatMap(({ text, colSpan }) => [
      tidyText(text),
      ...Array.from({ length: Math.min(colSpan, 50) - 1 }, () => ""),
    ]),
  );

function columnsOf(row: readonly string[]): (PeopleColumn | null)[] {
  const seen = new Set<PeopleColumn>();
  return row.map((cell) => {
    const column = columnOfHeading(cell);
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
}

const longestFirst = peopleColumns
  .flatMap((column) => headings[column].map((word) => ({ column, word })))
  .sort((one, other) => other.word.length - one.word.length);

function columnOfHeading(cell: string): PeopleColumn | null {
  const bare = bareText(cell);
  // A heading is short; a sentence that begins with one of the words is none.
  if (bare === "" || bare.length > 30) return null;
  const exact = peopleColumns.find((column) => headings[column].includes(bare));
  if (exact) return exact;
  return longestFirst.find(({ word }) => word.length > 2 && bare.startsWith(word))?.column ?? null;
}

/** The row under the heading that only counts the columns: (1) (2) (3). */
const isNumbering = (row: readonly string[]): boolean => {
  const cells = row.filter((cell) => cell !== "");
  return cells.length > 1 && cells.every((cell, at) => bareText(cell) === String(at + 1));
};

/** Without a heading: where NIPs stand, and the first column of words beside, which are the names. */
function guessed(
  rows: readonly (readonly string[])[],
  width: number,
): readonly (PeopleColumn | null)[] {
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ""));
  const most = (cells: readonly string[], test: (cell: string) => boolean): boolean =>
    cells.filter(test).length * 2 > cells.length;
  const nip = columns.findIndex((cells) =>
    most(cells, (cell) => findNipFault(bareNip(cell)) === null),
  );
  const name = columns.findIndex((cells, at) => at !== nip && most(cells, isWords));
  return columns.map((_, at) => (at === name ? "NAME" : at === nip ? "NIP" : null));
}

const isWords = (cell: string): boolean => /\p{L}{2}/u.test(cell);
