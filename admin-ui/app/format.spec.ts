import { describe, expect, it } from "vitest";
import { createFormat } from "./format.js";

const id = createFormat("id", "Asia/Jakarta");
const en = createFormat("en", "Asia/Jakarta");

describe("createFormat", () => {
  it("prints moments in the office's time zone", () => {
    expect(id.dateTime("2026-11-22T17:05:00.000Z")).toBe("23 Nov 2026, 00.05");
    expect(en.date("2026-11-22T17:05:00.000Z")).toBe("23 November 2026");
  });

  it("prints a duration in its two largest units", () => {
    expect(id.duration(2 * 86_400_000 + 3 * 3_600_000 + 59_000)).toBe("2 hari 3 jam");
    expect(id.duration(90 * 60_000)).toBe("1 jam 30 menit");
    expect(id.duration(10)).toBe("kurang dari 1 menit");
    expect(en.duration(60_000)).toBe("1 min");
  });

  it("prints days in little room, and parts with a decimal only where it matters", () => {
    expect(id.shortDay("2026-05-22")).toBe("22 Mei");
    expect(id.shortDate("2026-05-22")).toBe("22 Mei 2026");
    expect(id.month("2026-05-22")).toBe("Mei 2026");
    expect(en.shortDay("2026-05-22")).toBe("22 May");
    expect(id.percent(0.4634)).toBe("46%");
    expect(id.percent(0.0342)).toBe("3,4%");
    expect(id.percent(0.9962)).toBe("99,6%");
    expect(id.percent(0.0002)).toBe("< 0,1%");
    expect([0, 1, 1.718].map(en.percent)).toEqual(["0%", "100%", "172%"]);
  });

  it("says how far away a moment is", () => {
    const now = Date.parse("2026-11-22T00:00:00Z");
    expect(id.relative("2026-11-22T03:30:00Z", now)).toBe("dalam 3 jam");
    expect(id.relative("2026-11-20T00:00:00Z", now)).toMatch(/kemarin dulu|2 hari yang lalu/);
  });
});
