import { expect, it } from "vitest";
import { instantOf, localTime, zoneName } from "./office-moment.js";

it("reads a local time by the office's clock, and writes it so again", () => {
  const cases = [
    ["Asia/Jakarta", "2026-12-01T01:00:00.000Z"],
    ["Asia/Makassar", "2026-12-01T00:00:00.000Z"],
    ["Asia/Jayapura", "2026-11-30T23:00:00.000Z"],
  ] as const;
  for (const [zone, iso] of cases) {
    expect(instantOf("2026-12-01T08:00", zone)).toBe(Date.parse(iso));
    expect(localTime(Date.parse(iso), zone)).toBe("2026-12-01T08:00");
  }
  expect(instantOf("", "Asia/Jakarta")).toBeNull();
  expect(instantOf("kapan-kapan", "Asia/Jakarta")).toBeNull();
});

it("calls the zones of Indonesia by their names", () => {
  expect(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"].map(zoneName)).toEqual([
    "WIB",
    "WITA",
    "WIT",
  ]);
});
