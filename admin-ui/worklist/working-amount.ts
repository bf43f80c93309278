import type { TFunction } from "i18next";

/** A length of working time, in days of the office's own length. */
export interface WorkingAmount {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** "2 hari 3 jam": its two largest units; `null` where it is less than a minute. */
export function workingAmount(
  { days, hours, minutes }: WorkingAmount,
  t: TFunction,
): string | null {
  const amounts = [
    [days, "worklist.days"],
    [hours, "worklist.hours"],
    [minutes, "worklist.minutes"],
  ] as const;
  const largest = amounts.findIndex(([count]) => count > 0);
  if (largest < 0) return null;
  return amounts
    .slice(largest, largest + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => t(unit, { count }))
    .join(" ");
}
