import { dateOfDay, type LocalTime } from "../../../../domain/index.js";
import type { Locale } from "../../../kernel/context.js";
import { localIso } from "./local-iso.js";
import { type Cell, type CellKind, minutesOf, type ReportTable } from "./report-table.js";

/** What a spreadsheet would calculate instead of showing; also behind blanks, as some drop them. */
const formula = /^\s*[=+\-@\t\r]/;

/**
 * How a spreadsheet set to the language reads a CSV: where the comma is the decimal mark, it is a
 * semicolon that stands between cells.
 */
const styles: Readonly<Record<Locale, { readonly between: string; readonly decimal: string }>> = {
  id: { between: ";", decimal: "," },
  en: { between: ",", decimal: "." },
};

/**
 * All tables as one: each row says first which table it is of (under `section`), and columns that
 * mean the same stand under one heading. UTF-8 with a byte order mark, line ends and quotes as RFC
 * 4180 has them; durations in minutes, shares in per cent.
 */
export function reportCsv(
  tables: readonly ReportTable[],
  { locale, section, clocks }: { locale: Locale; section: string; clocks: LocalTime },
): string {
  const { between, decimal } = styles[locale];
  const columns = new Map(
    tables.flatMap((table) => table.columns.map((column) => [column.key, column] as const)),
  );
  const text = (value: Cell, kind: CellKind): string => {
    if (value === null) return "";
    if (typeof value === "string") return quoted(value);
    return written[kind](value, clocks).replace(".", kind === "MOMENT" ? "." : decimal);
  };
  const lines = tables.flatMap((table) => {
    const places = new Map(table.columns.map(({ key }, place) => [key, place]));
    return table.rows.map((row) => [
      quoted(table.title),
      ...[...columns.values()].map(({ key, kind }) => {
        const place = places.get(key);
        return place === undefined ? "" : text(row[place] ?? null, kind);
      }),
    ]);
  });
  const headings = [section, ...[...columns.values()].map(headingOf)].map(quoted);
  return `\ufeff${[headings, ...lines].map((cells) => `${cells.join(between)}\r\n`).join("")}`;
}

const headingOf = ({ heading, kind }: { heading: string; kind: CellKind }): string =>
  kind === "SHARE" ? `${heading} (%)` : heading;

const written: Readonly<Record<CellKind, (value: number, clocks: LocalTime) => string>> = {
  TEXT: String,
  COUNT: String,
  DURATION: (value) => String(minutesOf(value)),
  SHARE: (value) => String(Math.round(value * 10_000) / 100),
  DAY: dateOfDay,
  MOMENT: (value, clocks) => localIso(value, clocks).slice(0, 19).replace("T", " "),
};

/** A text in quotes, and never a formula. */
function quoted(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
