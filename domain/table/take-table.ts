import { applyEdits } from "../edit/apply-edits.js";
import { findLimitFault, type LimitFault } from "../edit/document-limits.js";
import type { SopDocument } from "../sop/sop-document.js";
import type { RecognisedTable } from "./recognised-table.js";
import { tableEdits, type TableEdits, type TableTaking } from "./table-edits.js";

export type TakenTable =
  | (TableEdits & { readonly ok: true; readonly document: SopDocument })
  | { readonly ok: false; readonly fault: LimitFault };

/** The edits that take a table, and the document after them; refused where it would be too large. */
export function takeTable(
  table: RecognisedTable,
  document: SopDocument,
  taking: TableTaking,
): TakenTable {
  const { edits, nodes } = tableEdits(table, document.graph, taking);
  const result = applyEdits(document, edits);
  if (!result.ok) throw new Error(`A table's edits do not fit: ${result.error} at ${result.at}`);
  const fault = findLimitFault(result.document);
  return fault === null
    ? { ok: true, edits, nodes, document: result.document }
    : { ok: false, fault };
}
