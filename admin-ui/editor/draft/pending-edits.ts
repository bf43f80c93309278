import type { DocumentEdit } from "../../../domain/index.js";

/** Well below what the server takes in one call. */
const saveAtMost = 200;
/** UTF-16 units of JSON; in UTF-8 the server takes a little more than a million bytes. */
const longestBatch = 300_000;

/** What to send in one call: from the front on, as much as the server surely takes; at least one. */
export function nextBatch(pending: readonly DocumentEdit[]): readonly DocumentEdit[] {
  let length = 0;
  const end = pending.slice(0, saveAtMost).findIndex((edit) => {
    length += JSON.stringify(edit).length;
    return length > longestBatch;
  });
  return pending.slice(0, end === -1 ? saveAtMost : Math.max(1, end));
}

/** Typing rewrites the same element again and again; only its last state needs to be sent. */
export function appended(
  pending: readonly DocumentEdit[],
  edits: readonly DocumentEdit[],
): readonly DocumentEdit[] {
  const [edit] = edits;
  const last = pending.at(-1);
  const rewrites =
    edits.length === 1 &&
    edit !== undefined &&
    last !== undefined &&
    edit.op === last.op &&
    (edit.op === "SET_IDENTITY" ||
      edit.op === "SET_LISTS" ||
      edit.op === "SET_COLUMNS" ||
      (edit.op === "UPDATE" &&
        last.op === "UPDATE" &&
        edit.in === last.in &&
        edit.key === last.key));
  return rewrites && edit !== undefined ? [...pending.slice(0, -1), edit] : [...pending, ...edits];
}
