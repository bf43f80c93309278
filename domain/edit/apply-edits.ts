import type { Graph } from "../sop/graph.js";
import type { SopDocument } from "../sop/sop-document.js";
import type { CollectionName, DocumentEdit } from "./document-edit.js";

/** Why an edit does not fit the document that it was applied to. */
export type EditError = "DUPLICATE_KEY" | "UNKNOWN_KEY" | "KEY_CHANGED" | "INDEX_OUT_OF_RANGE";

export type EditResult =
  | {
      readonly ok: true;
      readonly document: SopDocument;
      /** The edits that lead back, to be applied in this order. */
      readonly inverse: readonly DocumentEdit[];
    }
  | { readonly ok: false; readonly error: EditError; readonly at: number };

/** Applies the edits in order, all or none. `at` is the index of the edit that did not fit. */
export function applyEdits(document: SopDocument, edits: readonly DocumentEdit[]): EditResult {
  let current = document;
  const inverse: DocumentEdit[] = [];
  for (const [at, edit] of edits.entries()) {
    const step = applyEdit(current, edit);
    if (typeof step === "string") return { ok: false, error: step, at };
    current = step.document;
    inverse.unshift(step.inverse);
  }
  return { ok: true, document: current, inverse };
}

interface Step {
  readonly document: SopDocument;
  readonly inverse: DocumentEdit;
}

function applyEdit(document: SopDocument, edit: DocumentEdit): Step | EditError {
  if (edit.op === "SET_IDENTITY") {
    const inverse: DocumentEdit = { op: "SET_IDENTITY", value: document.identity };
    return { document: { ...document, identity: edit.value }, inverse };
  }
  if (edit.op === "SET_LISTS") {
    const inverse: DocumentEdit = { op: "SET_LISTS", value: document.lists };
    return { document: { ...document, lists: edit.value }, inverse };
  }
  if (edit.op === "SET_COLUMNS") {
    const { columns = null, ...rest } = document;
    const inverse: DocumentEdit = { op: "SET_COLUMNS", value: columns };
    return { document: edit.value === null ? rest : { ...rest, columns: edit.value }, inverse };
  }
  const step = applyToCollection(document.graph, edit);
  if (typeof step === "string") return step;
  return { document: { ...document, graph: step.graph }, inverse: step.inverse };
}

type CollectionEdit = Extract<DocumentEdit, { in: CollectionName }>;

function applyToCollection(
  graph: Graph,
  edit: CollectionEdit,
): { graph: Graph; inverse: DocumentEdit } | EditError {
  const list = [...graph[edit.in]] as { readonly key: string }[];
  const done = (inverse: object) => ({
    graph: { ...graph, [edit.in]: list },
    inverse: { ...inverse, in: edit.in } as DocumentEdit,
  });
  if (edit.op === "ADD") {
    if (list.some((element) => element.key === edit.value.key)) return "DUPLICATE_KEY";
    if (!within(edit.index, list.length)) return "INDEX_OUT_OF_RANGE";
    list.splice(edit.index, 0, edit.value);
    return done({ op: "REMOVE", key: edit.value.key });
  }
  const index = list.findIndex((element) => element.key === edit.key);
  const old = list[index];
  if (!old) return "UNKNOWN_KEY";
  if (edit.op === "REMOVE") {
    list.splice(index, 1);
    return done({ op: "ADD", index, value: old });
  }
  if (edit.op === "UPDATE") {
    if (edit.value.key !== edit.key) return "KEY_CHANGED";
    list[index] = edit.value;
    return done({ op: "UPDATE", key: edit.key, value: old });
  }
  if (!within(edit.index, list.length - 1)) return "INDEX_OUT_OF_RANGE";
  list.splice(index, 1);
  list.splice(edit.index, 0, old);
  return done({ op: "MOVE", key: edit.key, index });
}

const within = (index: number, max: number): boolean =>
  Number.isInteger(index) && index >= 0 && index <= max;
