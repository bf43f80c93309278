import { isSameValue } from "./is-same-value.js";
import type { Side } from "./merge-documents.js";

interface FieldCollision {
  readonly field: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}

/** Their fields, and mine where only I changed them; `decide` where both did, and differently. */
export function mergeFields<Value extends object>(
  base: Value,
  theirs: Value,
  mine: Value,
  decide: (collision: FieldCollision) => Side,
): Value {
  const merged = { ...theirs } as Record<string, unknown>;
  const values = [base, theirs, mine] as unknown as Record<string, unknown>[];
  const [was, their, my] = [values[0]!, values[1]!, values[2]!];
  for (const field of new Set([...Object.keys(my), ...Object.keys(was)])) {
    const isMine = !isSameValue(was[field], my[field]);
    if (!isMine || isSameValue(their[field], my[field])) continue;
    const isTheirs = !isSameValue(was[field], their[field]);
    const collision = { field, base: was[field], theirs: their[field], mine: my[field] };
    if (!isTheirs || decide(collision) === "mine") merged[field] = my[field];
  }
  return merged as Value;
}
