import type { DocumentEdit } from "../../../domain/index.js";

/** Whether `edits` begin with all of `first`, in order and alike in everything that they say. */
export function beginWith(edits: readonly DocumentEdit[], first: readonly DocumentEdit[]): boolean {
  return first.length <= edits.length && first.every((edit, at) => isSame(edit, edits[at]));
}

/** Equal as JSON says it: the order of an object's fields and fields left undefined do not count. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one, other] as Record<string, unknown>[];
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...names].every((name) => isSame(a?.[name], b?.[name]));
}
