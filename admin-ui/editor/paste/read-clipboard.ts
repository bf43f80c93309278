import {
  findTextFault,
  joinTables,
  readTsv,
  recogniseTable,
  tableLimits,
  tableScore,
  type TableFault,
  type TableGrid,
  type TableWords,
} from "../../../domain/index.js";
import { isTooLarge, readHtmlTables } from "./read-html-tables.js";

/** What a program put on the clipboard. */
export interface ClipboardTexts {
  readonly html: string;
  readonly text: string;
}

export type ClipboardReading =
  | {
      readonly ok: true;
      readonly grids: readonly TableGrid[];
      /** The one that looks most like the form of an SOP. */
      readonly best: number;
    }
  | { readonly ok: false; readonly fault: TableFault | { readonly fault: "NO_TABLE" } };

export const clipboardTexts = (data: DataTransfer | null): ClipboardTexts => ({
  html: data?.getData("text/html") ?? "",
  text: data?.getData("text/plain") ?? "",
});

/** Whether there is a table at all, told quickly. */
export const holdsTable = ({ html, text }: ClipboardTexts): boolean =>
  /<table[\s>]/i.test(html) || /^[^\n]*\t[^\n]*\r?\n[^\n]*\t/.test(text);

/** Reads the tables of the clipboard: from markup where there is some, or else from plain text. */
export function readClipboard({ html, text }: ClipboardTexts, words: TableWords): ClipboardReading {
  if (isTooLarge(html)) return refuse({ fault: "TOO_MANY_ROWS", max: tableLimits.rows });
  const marked = /<table[\s>]/i.test(html) ? readHtmlTables(html) : [];
  const results = joinTables(marked.length > 0 ? marked : readTsv(text), words);
  const grids = results.flatMap((result) => (result.ok ? [result.grid] : []));
  if (grids.length === 0) {
    const [first] = results;
    return refuse(first === undefined || first.ok ? { fault: "NO_TABLE" } : first.fault);
  }
  return { ok: true, grids, best: bestOf(grids, words) };
}

const refuse = (fault: TableFault | { readonly fault: "NO_TABLE" }): ClipboardReading => ({
  ok: false,
  fault,
});

function bestOf(grids: readonly TableGrid[], words: TableWords): number {
  if (grids.length === 1) return 0;
  const scores = grids.map((grid) =>
    findTextFault(grid) === null ? tableScore(recogniseTable(grid, words)) : 0,
  );
  return scores.indexOf(Math.max(...scores));
}
