/** What a spreadsheet would calculate instead of showing; also behind blanks, as some drop them. */
const formula = /^\s*[=+\-@\t\r]/;

/** A cell as text: in quotes, and never a formula. */
function cell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Rows of texts as CSV, with the line ends that RFC 4180 asks for. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
