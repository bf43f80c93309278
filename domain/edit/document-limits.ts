import type { FormColumns } from "../sop/form-columns.js";
import { rightColumns } from "../sop/form-columns.js";
import type { SopDocument } from "../sop/sop-document.js";
import { collectionNames } from "./document-edit.js";

/** What a document may hold: far above any real SOP, far below what hurts a server or a browser. */
export const documentLimits = {
  lanes: 40,
  nodes: 1000,
  edges: 3000,
  outputs: 1000,
  requirementsPerNode: 50,
  itemsPerList: 200,
  /** UTF-16 units of one text. */
  text: 4000,
  /** The same of a lane's part of a step, which stands in a small box. */
  label: 500,
  /** The same of a column's own heading. */
  columnTitle: 200,
  /** The same of all texts together: a save reads and writes the whole document. */
  allTexts: 1_000_000,
} as const;

/** A key is short ASCII and starts with a letter or digit, so that it is safe in any program. */
const keyPattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

export type LimitFault =
  | { readonly fault: "TOO_MANY"; readonly what: string; readonly max: number }
  | { readonly fault: "TOO_LONG"; readonly what: string; readonly max: number }
  | { readonly fault: "BAD_KEY"; readonly what: string }
  | { readonly fault: "BAD_NUMBER"; readonly what: string };

/** The first limit that the document breaks; `null` when it keeps them all. */
export function findLimitFault(document: SopDocument): LimitFault | null {
  const { graph } = document;
  for (const name of collectionNames) {
    if (graph[name].length > documentLimits[name]) {
      return { fault: "TOO_MANY", what: name, max: documentLimits[name] };
    }
    for (const { key } of graph[name]) {
      if (!keyPattern.test(key)) return { fault: "BAD_KEY", what: `${name}: ${key.slice(0, 80)}` };
    }
  }
  for (const node of graph.nodes) {
    const count = Math.max(node.requirements.length, node.outputs.length, node.parts.length);
    if (count > documentLimits.requirementsPerNode) {
      return { fault: "TOO_MANY", what: node.key, max: documentLimits.requirementsPerNode };
    }
    if (node.parts.some(({ label }) => (label?.length ?? 0) > documentLimits.label)) {
      return { fault: "TOO_LONG", what: `${node.key}.label`, max: documentLimits.label };
    }
    const time = node.standardTime?.value;
    if (time !== undefined && !(Number.isFinite(time) && time > 0 && time <= 1_000_000)) {
      return { fault: "BAD_NUMBER", what: `${node.key}.standardTime` };
    }
  }
  for (const [name, list] of Object.entries(document.lists)) {
    if ((list?.length ?? 0) > documentLimits.itemsPerList) {
      return { fault: "TOO_MANY", what: name, max: documentLimits.itemsPerList };
    }
  }
  const columnFault = document.columns ? findColumnFault(document.columns) : null;
  if (columnFault !== null) return columnFault;
  const measured = { total: 0, long: null as string | null };
  measureTexts(document, "", measured);
  const { total, long } = measured;
  if (long !== null) return { fault: "TOO_LONG", what: long, max: documentLimits.text };
  if (total <= documentLimits.allTexts) return null;
  return { fault: "TOO_LONG", what: "document", max: documentLimits.allTexts };
}

/** A column stands on the form once or not at all, under a heading that has room there. */
function findColumnFault({ right, titles }: FormColumns): LimitFault | null {
  const seen = new Set<string>();
  for (const { column } of right) {
    if (!rightColumns.includes(column)) return { fault: "BAD_KEY", what: `columns: ${column}` };
    if (seen.has(column)) return { fault: "TOO_MANY", what: `columns.${column}`, max: 1 };
    seen.add(column);
  }
  const headings = [
    ...right.map(({ column, title }) => [column, title] as const),
    ...Object.entries(titles),
  ];
  const long = headings.find(([, title]) => (title?.length ?? 0) > documentLimits.columnTitle);
  if (long === undefined) return null;
  return { fault: "TOO_LONG", what: `columns.${long[0]}`, max: documentLimits.columnTitle };
}

/** Adds up the texts of a value and notes the first that is too long. */
function measureTexts(
  value: unknown,
  path: string,
  measured: { total: number; long: string | null },
): void {
  if (typeof value === "string") {
    measured.total += value.length;
    if (value.length > documentLimits.text) measured.long ??= path;
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      measureTexts(inner, path === "" ? key : `${path}.${key}`, measured);
    }
  }
}
