import { expect, test } from "vitest";
import {
  type BottleneckFacts,
  bottleneckSentence,
} from "../../server/features/throughput/bottleneck-words.js";

const facts: BottleneckFacts = {
  lane: "Kabid",
  share: 0.34,
  mostly: "queue",
  mostlyShare: 0.96,
  waiting: 1180,
  overdue: 1150,
};

const endOf = (waiting: number, overdue: number, locale: "id" | "en"): string =>
  bottleneckSentence({ ...facts, waiting, overdue }, locale).split("; ")[1] ?? "";

test("the bottleneck is told in one sentence, its numbers as the language writes them", () => {
  expect(bottleneckSentence(facts, "id")).toBe(
    "Kabid memegang 34% dari seluruh waktu kerja, dan 96% darinya menunggu diambil; saat ini 1.180 tugas terbuka di sana, 1.150 di antaranya terlambat.",
  );
  expect(bottleneckSentence(facts, "en")).toBe(
    "Kabid had 34% of all working time, 96% of it waiting to be claimed; 1,180 tasks are open there now, 1,150 of them late.",
  );
});

test("none, one and all are told as such", () => {
  expect(endOf(3, 3, "id")).toBe("saat ini 3 tugas terbuka di sana, semuanya terlambat.");
  expect(endOf(1, 1, "id")).toBe("saat ini 1 tugas terbuka di sana, dan terlambat.");
  expect(endOf(3, 0, "id")).toBe("saat ini 3 tugas terbuka di sana, tidak ada yang terlambat.");
  expect(endOf(3, 3, "en")).toBe("3 tasks are open there now, all of them late.");
  expect(endOf(1, 1, "en")).toBe("1 task is open there now, and late.");
  expect(endOf(1, 0, "en")).toBe("1 task is open there now, and not late.");
  expect(endOf(0, 0, "en")).toBe("no task is open there now.");
});
