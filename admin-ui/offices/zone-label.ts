/** The zones that an office can live by, as the server has them. */
export const officeZones = [
  "Asia/Jakarta",
  "Asia/Pontianak",
  "Asia/Makassar",
  "Asia/Jayapura",
] as const;

const short: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** "WITA (Makassar)" */
export function zoneLabel(zone: string): string {
  const city = zone.split("/").at(-1) ?? zone;
  const name = short[zone];
  return name === undefined ? zone : `${name} (${city})`;
}
