import { useState } from "react";

/**
 * `value`, or while `isStill` the one that it was before: for what is out of sight, that it is not
 * drawn anew with every letter.
 */
export function useStill<Value>(value: Value, isStill: boolean): Value {
  const [kept, keep] = useState(value);
  if (isStill) return kept;
  if (kept !== value) keep(value);
  return value;
}
