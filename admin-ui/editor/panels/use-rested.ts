import { startTransition, useEffect, useState } from "react";

/** ms without a change after which typing rests: longer than between two letters of a word. */
const restAfter = 250;

/**
 * The value as it is; while one thing is typed in (`typing`, a new object for each), as it was when
 * the typing last rested. What costs more to draw than a letter may take is drawn from this.
 */
export function useRested<Value>(value: Value, typing: object | null): Value {
  const [rest, setRest] = useState({ typing, value });
  if (rest.typing !== typing) setRest({ typing, value });
  useEffect(() => {
    if (typing === null) return;
    const timer = setTimeout(() => startTransition(() => setRest({ typing, value })), restAfter);
    return () => clearTimeout(timer);
  }, [value, typing]);
  return typing !== null && rest.typing === typing ? rest.value : value;
}
