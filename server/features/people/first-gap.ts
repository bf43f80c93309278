import type { Period } from "./office-period.js";

/**
 * The first stretch of `[from, until)` in which none of the periods holds, however they lie; its end
 * is that at which the next begins, also beyond `until`, `null` where none does. `null`: no gap.
 */
export function firstGap(periods: readonly Period[], from: number, until: number): Period | null {
  const inOrder = [...periods].sort((one, other) => one.from - other.from);
  let coveredTo = from;
  for (const period of inOrder) {
    if (period.from > coveredTo) break;
    if (period.until === null) return null;
    coveredTo = Math.max(coveredTo, period.until);
  }
  if (coveredTo >= until) return null;
  // Whatever has no instant holds at none.
  const next = inOrder.find(
    (period) => period.from > coveredTo && (period.until === null || period.until > period.from),
  );
  return { from: coveredTo, until: next?.from ?? null };
}
