/** An instant as the clock of a time zone shows it, for a date field: "2026-12-01T08:00". */
export function localTime(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(new Date(instant)).replace(" ", "T");
}

/** The instant (ms) at which the clock of a time zone shows `local`; `null` where it is no time. */
export function instantOf(local: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offset = Date.parse(`${localTime(asUtc, timeZone)}Z`) - asUtc;
  return asUtc - offset;
}

const zoneNames: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** What people call a time zone: WIB, WITA, WIT. */
export const zoneName = (timeZone: string): string => zoneNames[timeZone] ?? timeZone;
