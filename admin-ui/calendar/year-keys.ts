import { dateOfDay, dayOfDate } from "../../domain/index.js";

/** Where a key leads from a day of the year view; `null`: the key means nothing here. */
export function dayAfterKey(date: string, key: string): string | null {
  const day = dayOfDate(date);
  if (day === null) return null;
  const year = date.slice(0, 4);
  const weekday = (((day + 3) % 7) + 7) % 7;
  const moves: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => dateOfDay(day - 1),
    ArrowRight: () => dateOfDay(day + 1),
    ArrowUp: () => dateOfDay(day - 7),
    ArrowDown: () => dateOfDay(day + 7),
    Home: () => dateOfDay(day - weekday),
    End: () => dateOfDay(day + 6 - weekday),
    PageUp: () => inMonth(date, -1),
    PageDown: () => inMonth(date, 1),
  };
  const next = moves[key]?.();
  if (next === undefined) return null;
  // The view is of one year: its first and last day are its walls.
  if (next < `${year}-01-01`) return `${year}-01-01`;
  return next > `${year}-12-31` ? `${year}-12-31` : next;
}

/** The same day of another month, or its last. */
function inMonth(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const first = dayOfDate(
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, "2026-01-01".length),
  );
  return dateOfDay((first ?? 0) + Math.min(day, last) - 1);
}
