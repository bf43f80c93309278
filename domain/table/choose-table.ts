import { findTextFault, makeGrid, type GridResult, type SourceCell } from "./table-grid.js";
import { recogniseTable } from "./recognise-table.js";
import type { RecognisedTable, TableWords } from "./recognised-table.js";
import type { SourceTable } from "./read-tsv.js";

/** Puts together the parts of a table that its page breaks made tables of their own. */
export function joinTables(
  tables: readonly SourceTable[],
  words: TableWords,
): readonly GridResult[] {
  const joined: { source: (readonly SourceCell[])[]; result: GridResult }[] = [];
  for (const source of tables) {
    const result = makeGrid(source);
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before.result, result, words)) {
      before.source.push(...source);
      before.result = makeGrid(before.source);
    } else joined.push({ source: [...source], result });
  }
  return joined.map(({ result }) => result);
}

/** A table goes on where the next one's first step has the next number. */
function goesOn(before: GridResult, after: GridResult, words: TableWords): boolean {
  if (!before.ok || !after.ok) return false;
  if (findTextFault(before.grid) !== null || findTextFault(after.grid) !== null) return false;
  const last = numbersOf(recogniseTable(before.grid, words)).at(-1);
  const [first] = numbersOf(recogniseTable(after.grid, words));
  return last !== undefined && first === last + 1;
}

const numbersOf = (table: RecognisedTable): readonly number[] =>
  table.steps.flatMap(({ number }) => {
    const value = Number(number?.replace(/[().]/g, "") || Number.NaN);
    return Number.isInteger(value) ? [value] : [];
  });

/** How much a table looks like the form of an SOP; 0 where it has no steps. */
export function tableScore(table: RecognisedTable): number {
  const sure = table.sections.flatMap(({ columns }) =>
    columns.flatMap(({ role, sure }) => (sure && role !== "skip" ? [role] : [])),
  );
  const written = table.steps.filter(({ rows, text }) => rows.length > 0 && text !== "").length;
  return written === 0 ? 0 : new Set(sure).size * 20 + Math.min(written, 50);
}
