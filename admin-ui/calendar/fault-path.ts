/** Where in a calendar something is, as `calendarFaults` says it: `periods.0.from`. */
export const faultPath = (...parts: readonly (string | number)[]): string => parts.join(".");
