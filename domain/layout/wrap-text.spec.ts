import { expect, it } from "vitest";
import { defaultMetrics, indonesianTimeText } from "./metrics.js";
import { widestLine, wrapText } from "./wrap-text.js";

const wrap = (text: string, width: number) => wrapText(text, width, "cell", defaultMetrics);

it("breaks between words and keeps the writer's own lines", () => {
  expect(wrap("satu dua\ntiga", 200)).toEqual(["satu dua", "tiga"]);
  expect(wrap("satu dua tiga", 60)).toEqual(["satu dua", "tiga"]);
  expect(wrap("  ", 60)).toEqual([]);
});

it("breaks a long word behind a slash before it breaks it anywhere", () => {
  expect(wrap("Fungsional/Pelaksana", 80)).toEqual(["Fungsional/", "Pelaksana"]);
  for (const line of wrap("x".repeat(100), 80)) {
    expect(widestLine([line], "cell", defaultMetrics)).toBeLessThanOrEqual(80);
  }
});

it("never cuts a code point in two", () => {
  const lines = wrap("😀".repeat(20), 40);
  expect(lines.join("")).toBe("😀".repeat(20));
  for (const line of lines) expect(line.length % 2).toBe(0);
});

it("prints standard times the Indonesian way", () => {
  expect(indonesianTimeText({ value: 2400, unit: "MINUTE" })).toBe("2.400 menit");
  expect(indonesianTimeText({ value: 1.5, unit: "HOUR" })).toBe("1,5 jam");
  expect(indonesianTimeText({ value: 3, unit: "WORKING_DAY" })).toBe("3 hari");
});
