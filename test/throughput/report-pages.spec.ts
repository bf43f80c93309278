import { describe, expect, it } from "vitest";
import { writePaper } from "../../server/features/paper/write-paper.js";
import { Amounts } from "../../server/features/throughput/export/pdf/amounts.js";
import { reportPages } from "../../server/features/throughput/export/pdf/report-pages.js";
import { roundDurations, roundMarks } from "../../server/features/throughput/export/pdf/scale.js";
import type { LaneThroughput } from "../../server/features/throughput/report-types.js";
import type { Locale } from "../../server/kernel/context.js";
import { paintPdf } from "../paper/paint-pdf.js";
import { readPdf } from "../paper/read-pdf.js";
import { sampleReport, sampleSubject } from "./sample-report.js";

const HOUR = 3_600_000;
const subject = sampleSubject();

async function printed(report: LaneThroughput, locale: Locale = "id") {
  const pages = reportPages(report, subject, locale);
  const facts = { title: "Laporan", author: "Dinas", madeAt: 0 };
  const bytes = await writePaper(
    { format: "pages", pages, language: locale === "id" ? "id-ID" : "en-GB", ...facts },
    () => {},
  );
  const reading = await readPdf(bytes);
  const words = reading.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
  return { bytes, reading, words };
}

/** Every page has something on it, and nothing outside of its margins but the footer. */
async function expectPrintable(bytes: Uint8Array): Promise<void> {
  for (const { inked, inkedMargin } of await paintPdf(bytes)) {
    expect(inked).toBeGreaterThan(0.001);
    expect(inkedMargin).toBe(0);
  }
}

describe("the printed report", () => {
  it("says in Indonesian what the numbers say", { timeout: 30_000 }, async () => {
    const { bytes, reading, words } = await printed(sampleReport());
    expect(reading.language).toBe("id-ID");
    for (const text of [
      "DINAS KOMUNIKASI DAN INFORMATIKA",
      "Periode 6 Juli 2026 s.d. 4 Oktober 2026",
      "menahan pekerjaan",
      "Keadaan per 5 Oktober 2026 pukul 09.15 WIB",
      "2 hari 1 jam",
      "75,3%",
      "Sebaran lama penyelesaian",
      "Waktu baku: 2 hari",
      "41 (33)",
      "Budi Santoso, S.Kom.",
      `Halaman 1 dari ${reading.pages.length}`,
    ]) {
      expect(words).toContain(text);
    }
    await expectPrintable(bytes);
  });

  it("says the same in English, and nobody's name where the report has none", async () => {
    const report = Object.assign(sampleReport(), { people: null });
    const { words } = await printed(report, "en");
    expect(words).toContain("From 6 July 2026 to 4 October 2026");
    expect(words).toContain("75.3%");
    expect(words).toContain("2 d 1 h");
    expect(words).toContain("Hand-overs between lanes");
    expect(words).not.toContain("Budi");
  });

  it(
    "goes on over as many pages as it takes, its headings on each",
    { timeout: 60_000 },
    async () => {
      const lanes = Array.from({ length: 40 }, (_, at) => `Pejabat Fungsional Tertentu ${at + 1}`);
      const report = sampleReport({ lanes, step: "Mengerjakan ".repeat(12), person: "X" });
      const [step] = report.steps;
      const steps = Array.from({ length: 200 }, () => step!);
      const handOvers = lanes.slice(1).map((_, at) => ({
        from: report.lanes[at]!.lane,
        to: report.lanes[at + 1]!.lane,
        count: at,
        returned: 0,
      }));
      const { bytes, reading } = await printed(Object.assign(report, { steps, handOvers }));
      expect(reading.pages.length).toBeGreaterThan(8);
      const withSteps = reading.pages.filter(({ texts }) =>
        texts.some(({ text }) => text.startsWith("Mengerjakan")),
      );
      for (const { texts } of withSteps) {
        expect(texts.map(({ text }) => text)).toContain("Kegiatan");
      }
      await expectPrintable(bytes);
    },
  );

  it("says of a period without anything that there was nothing", async () => {
    const { cases } = sampleReport();
    const none = { count: 0, mean: null, p50: null, p90: null, p95: null };
    const empty = Object.assign(sampleReport(), {
      cases: Object.assign(cases, {
        ...{ started: 0, completed: 0, cancelled: 0, running: 0, standard: null, histogram: [] },
        ...{ leadTimes: none, clockLeadTimes: none },
      }),
      ...{ lanes: [], steps: [], handOvers: [], course: [], people: [], bottleneck: null },
    });
    const { bytes, words } = await printed(empty);
    expect(words).toContain("Tidak ada waktu kerja yang berlalu pada periode ini.");
    expect(words).toContain("Tidak ada pada periode ini.");
    expect(words).not.toMatch(/NaN|Infinity|null|undefined/);
    await expectPrintable(bytes);
  });

  it("draws ten years of days, and a period of one day", { timeout: 60_000 }, async () => {
    const report = sampleReport();
    const [one] = report.course;
    const long = Array.from({ length: 1300 }, (_, at) =>
      Object.assign(Object.create(one!), { from: report.from + at, to: report.from + at }),
    );
    for (const course of [long, [one!]]) {
      const { bytes, words } = await printed(Object.assign(report, { course }));
      expect(words).not.toMatch(/NaN|Infinity/);
      await expectPrintable(bytes);
    }
  });
});

it("puts the steps of several SOPs under their titles, and large counts in a list", async () => {
  const lanes = Array.from({ length: 16 }, (_, at) => `Pejabat ${at + 1}`);
  const report = sampleReport({ lanes, step: "Kerja", person: "X" });
  for (const [at, step] of report.steps.entries()) step.sopId = at < 4 ? 3 : 4;
  const counts = report.lanes.map(({ lane }, at) => ({
    from: lane,
    to: report.lanes[(at + 1) % 16]!.lane,
    count: 85_929 + at,
    returned: 512,
  }));
  Object.assign(report, { handOvers: counts });
  const titles = new Map([
    [3, "SOP 1 Pertama"],
    [4, "SOP 2 Kedua"],
  ]);
  const pages = reportPages(report, { ...subject, sopTitles: titles }, "id");
  const texts = pages.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.type === "text" ? [shape.text] : [])),
  );
  const titled = texts.filter((text) => /^SOP [12]|^Kerja/.test(text));
  expect(titled.slice(0, 6)).toEqual([
    "SOP 1 Pertama",
    ...["Kerja 1", "Kerja 2", "Kerja 3", "Kerja 4"],
    "SOP 2 Kedua",
  ]);
  // No number is broken into two lines.
  expect(texts).toContain("85.929");
  expect(texts).toContain("Dari pelaksana");
});

describe("what charts are marked with", () => {
  it("is round, reaches the largest value, and is never many", () => {
    for (const most of [0, 1, 3, 7, 10, 99, 131, 5000, 12_345_678]) {
      const marks = roundMarks(most);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(marks.length).toBeGreaterThan(1);
      expect(marks.length).toBeLessThan(7);
    }
    for (const most of [1, 59_000, HOUR, 5 * HOUR, 8 * HOUR, 20 * HOUR, 90 * HOUR, 9000 * HOUR]) {
      const marks = roundDurations(most, 7.5 * HOUR);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(marks.length).toBeGreaterThan(1);
      expect(marks.length).toBeLessThan(7);
      for (const mark of marks) expect(mark % 60_000).toBe(0);
    }
  });

  it("names durations by the office's working day", () => {
    const amounts = new Amounts("id", 450);
    expect(amounts.duration(null)).toBe("–");
    expect(amounts.duration(0)).toBe("0 menit");
    expect(amounts.duration(20_000)).toBe("< 1 menit");
    expect(amounts.duration(7.5 * HOUR)).toBe("1 hari");
    expect(amounts.duration(8.5 * HOUR + 90_000)).toBe("1 hari 1 jam");
    expect(amounts.duration(7.5 * HOUR * 1500)).toBe("1.500 hari");
    expect(new Amounts("en", 480).duration(9 * HOUR)).toBe("1 d 1 h");
  });
});
