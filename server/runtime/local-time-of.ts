import type { LocalTime } from "../../domain/index.js";

/** WIB, WITA and WIT: Indonesia has three fixed offsets and no summer time. */
const utcOffsets: Readonly<Record<string, number>> = {
  "Asia/Jakarta": 420,
  "Asia/Pontianak": 420,
  "Asia/Makassar": 480,
  "Asia/Jayapura": 540,
};

/** The zones of Indonesia, and no other. */
export const officeTimeZones: readonly string[] = Object.keys(utcOffsets);

/** The clocks of an office by the IANA name of its time zone. */
export function localTimeOf(timeZone: string): LocalTime {
  const utcOffset = utcOffsets[timeZone];
  if (utcOffset === undefined) throw new Error(`No office of Indonesia has the clocks ${timeZone}`);
  return { utcOffset };
}
