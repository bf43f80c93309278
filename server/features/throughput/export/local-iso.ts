import { type LocalTime } from "../../../../domain/index.js";

const MINUTE = 60_000;

/** An instant by an office's own clocks: `2026-08-10T07:30:00.000+07:00`. */
export function localIso(instant: number, { utcOffset }: LocalTime): string {
  const wall = new Date(instant + utcOffset * MINUTE).toISOString().slice(0, -1);
  const ahead = Math.abs(utcOffset);
  const hours = String(Math.floor(ahead / 60)).padStart(2, "0");
  const minutes = String(ahead % 60).padStart(2, "0");
  return `${wall}${utcOffset < 0 ? "-" : "+"}${hours}:${minutes}`;
}
