import { isSameValue, type DocumentEdit } from "../../../domain/index.js";

/** Whether `edits` begin with all of `first`, in order and alike in everything that they say. */
export function beginWith(edits: readonly DocumentEdit[], first: readonly DocumentEdit[]): boolean {
  return first.length <= edits.length && first.every((edit, at) => isSameValue(edit, edits[at]));
}
