import {
  readTsv,
  recognisePeople,
  type RecognisedPeople,
  type SourceTable,
} from "../../../domain/index.js";
import type { ClipboardTexts } from "../../editor/paste/read-clipboard.js";
import { isTooLarge, readHtmlTables } from "../../editor/paste/read-html-tables.js";

/** As many as the server takes at once. */
export const mostRows = 500;

export type TableReading =
  | { readonly ok: true; readonly table: RecognisedPeople }
  | { readonly ok: false; readonly fault: "NO_TABLE" | "TOO_MANY" };

/** Reads the people of what was pasted: from markup where there is a table in it, else from text. */
export function readPeopleTable({ html, text }: ClipboardTexts): TableReading {
  if (isTooLarge(html)) return { ok: false, fault: "TOO_MANY" };
  const marked = /<table[\s>]/i.test(html) ? readHtmlTables(html) : [];
  const tables = marked.length > 0 ? marked : [asOne(readTsv(text))];
  const [best] = tables
    .map((table) => recognisePeople(table))
    .filter(({ rows }) => rows.length > 0)
    .toSorted((one, other) => score(other) - score(one));
  if (best === undefined) return { ok: false, fault: "NO_TABLE" };
  if (best.rows.length > mostRows) return { ok: false, fault: "TOO_MANY" };
  return { ok: true, table: best };
}

/** A blank line parts no list of people. */
const asOne = (tables: readonly SourceTable[]): SourceTable => tables.flat();

const score = ({ columns, rows }: RecognisedPeople): number =>
  columns.filter((column) => column !== null).length * 10_000 + rows.length;
