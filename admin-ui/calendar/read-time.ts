/**
 * A time of day as people type it, as `HH:MM`: "7", "0730", "7.30" and "07:30" are half past seven or
 * seven. What is no time stays as it is, to be told so.
 */
export function readTime(text: string): string {
  const typed = text.trim();
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed);
  if (!match) return typed;
  return `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}`;
}
