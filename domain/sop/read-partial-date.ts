import type { PartialDate } from "./sop-document.js";

/** Beginnings that tell the months apart, in Indonesian and English. */
const months: readonly (readonly string[])[] = [
  ["jan"],
  ["feb", "peb"],
  ["mar"],
  ["apr"],
  ["mei", "may"],
  ["jun"],
  ["jul"],
  ["agu", "ags", "agt", "aug"],
  ["sep"],
  ["okt", "oct"],
  ["nov", "nop"],
  ["des", "dec"],
];

/**
 * A date as it was typed, and what it says: "12 Juni 2020", "Juni 2020", "2020", "12-06-2020",
 * "12/6/2020" or "2020-06-12". Text that is no date is printed as it is. `null` for nothing typed.
 */
export function readPartialDate(text: string | null): PartialDate | null {
  if (text === null || text.trim() === "") return null;
  return { text, iso: isoOf(text.trim().toLowerCase()) };
}

function isoOf(text: string): string | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso !== null) return dated(iso[1], iso[2], iso[3]);
  const numbers = /^(?:(\d{1,2})\s*[-/.]\s*)?(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (numbers !== null) return dated(numbers[3], numbers[2], numbers[1]);
  const words = /^(?:(\d{1,2})[\s-]+)?([a-z]{3,12})\.?[\s-]+(\d{4})$/.exec(text);
  if (words === null) return null;
  const month = monthOf(words[2] ?? "");
  return month === null ? null : dated(words[3], String(month), words[1]);
}

function monthOf(word: string): number | null {
  const at = months.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  return at === -1 ? null : at + 1;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` where the calendar has no such day. */
function dated(year = "", month?: string, day?: string): string | null {
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  const inMonth = `${year}-${String(m).padStart(2, "0")}`;
  if (day === undefined) return inMonth;
  const d = Number(day);
  if (d < 1 || d > daysIn(Number(year), m)) return null;
  return `${inMonth}-${String(d).padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
