import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { exportWords } from "../../server/features/throughput/export/export-words.js";
import { reportCsv } from "../../server/features/throughput/export/report-csv.js";
import { reportTables } from "../../server/features/throughput/export/report-tables.js";
import { reportWorkbook } from "../../server/features/throughput/export/report-workbook.js";
import { writePaper } from "../../server/features/paper/write-paper.js";
import type { Locale } from "../../server/kernel/context.js";
import { readCsv } from "./read-csv.js";
import { readXlsx } from "./read-xlsx.js";
import { type SampleNames, sampleReport, sampleSubject } from "./sample-report.js";

const clocks = { utcOffset: 420 };
const nasty: SampleNames = {
  lanes: ['=cmd|"/c calc"!A1', 'a;b,c\n"d"', "@SUM(A1)", " +1", ""],
  step: '-2+3; <Periksa> & "simpan"',
  person: '\t=HYPERLINK("http://x")',
};

const tablesIn = (locale: Locale, report = sampleReport()) =>
  reportTables(
    report,
    sampleSubject(report.lanes[0]!.lane.name.startsWith("=") ? nasty : undefined),
    exportWords[locale],
  );
const csvIn = (locale: Locale, report = sampleReport()): string =>
  reportCsv(tablesIn(locale, report), {
    locale,
    section: exportWords[locale].columns.section,
    clocks,
  });

describe("the CSV of a report", () => {
  it("opens in an Indonesian spreadsheet: semicolons, decimal commas, a byte order mark", () => {
    const text = csvIn("id");
    expect(text.startsWith("\ufeff")).toBe(true);
    const rows = readCsv(text.slice(1), ";");
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    const [headings = [], ...lines] = rows;
    expect(new Set(headings).size).toBe(headings.length);
    const cell = (line: readonly string[], heading: string) => line[headings.indexOf(heading)];
    expect([...new Set(lines.map(([section]) => section))]).toEqual([
      "Ringkasan",
      "Pelaksana",
      "Kegiatan",
      "Serah terima",
      "Perjalanan",
      "Orang",
    ]);
    const lanes = lines.filter(([section]) => section === "Pelaksana");
    expect(lanes).toHaveLength(5);
    expect(cell(lanes[2]!, "Pelaksana")).toBe("Kepala Bidang Aplikasi dan Informatika");
    expect(cell(lanes[2]!, "Tugas masuk")).toBe("206");
    expect(cell(lanes[2]!, "Bagian dari seluruh waktu kerja (%)")).toBe("46");
    // 153 hours in the queue of first visits.
    expect(cell(lanes[2]!, "Menunggu diambil (menit kerja)")).toBe("9180");
    expect(cell(lanes[2]!, "Terbuka paling lama sejak")).toBe("2026-08-12 09:10:00");
    expect(cell(lanes[2]!, "Bagian tepat waktu (%)")).toBe("75,29");
    expect(cell(lanes[4]!, "Pelaksana")).toBe("Pemohon");
    expect(cell(lanes[4]!, "Bagian tepat waktu (%)")).toBe("");
    const [summary] = lines;
    expect(cell(summary!, "Dari tanggal")).toBe("2026-07-06");
    expect(cell(summary!, "Keadaan per")).toBe("2026-10-05 09:15:30");
    expect(cell(summary!, "Berkas selesai")).toBe("131");
    // 13 weeks, each as a whole and lane by lane.
    expect(lines.filter(([section]) => section === "Perjalanan")).toHaveLength(13 * 6);
  });

  it("has the marks of English in English, and the same cells", () => {
    const id = readCsv(csvIn("id").slice(1), ";");
    const en = readCsv(csvIn("en").slice(1), ",");
    expect(en.map((row) => row.length)).toEqual(id.map((row) => row.length));
    expect(en[0]).toContain("Share on time (%)");
    expect(en.flat()).toContain("75.29");
    expect(en[6]?.[en[0]!.indexOf("Lane")]).toBe("Requesters");
  });

  it("shows every text as it is and none as a formula", () => {
    const rows = readCsv(csvIn("id", sampleReport(nasty)).slice(1), ";");
    const cells = rows.flat();
    for (const text of cells) expect(text).not.toMatch(/^\s*[=+@\t\r]|^\s*-(?!\d)/);
    expect(cells).toContain(`'${nasty.lanes[0]}`);
    expect(cells).toContain(nasty.lanes[1]);
    expect(cells).toContain(`'${nasty.step} 1`);
  });

  it("names people only where the report does", () => {
    const report = Object.assign(sampleReport(), { people: null });
    expect(csvIn("id", report)).not.toContain("Budi");
    expect(csvIn("id")).toContain("Budi Santoso");
  });
});

describe("the workbook of a report", () => {
  const write = (report = sampleReport(), locale: Locale = "id") =>
    writePaper(
      {
        format: "workbook",
        workbook: reportWorkbook(tablesIn(locale, report), {
          title: exportWords[locale].title,
          clocks,
        }),
        title: "Laporan",
        author: "Dinas",
        madeAt: 0,
      },
      () => {},
    );

  it("has a sheet for each table, with numbers and dates as such, and headings that stay", async () => {
    const book = readXlsx(await write());
    expect(book.sheets.map(({ name }) => name)).toEqual([
      "Ringkasan",
      "Pelaksana",
      "Kegiatan",
      "Serah terima",
      "Perjalanan",
      "Orang",
    ]);
    const lanes = book.sheets[1]!;
    expect(lanes.frozen).toEqual({ rows: 1, columns: 1 });
    const column = (heading: string) => lanes.rows[0]!.findIndex(({ value }) => value === heading);
    const row = lanes.rows[3]!;
    expect(row[0]).toMatchObject({ value: "Kepala Bidang Aplikasi dan Informatika" });
    expect(row[column("Tugas masuk")]).toMatchObject({ value: 206, format: "#,##0" });
    expect(row[column("Bagian dari seluruh waktu kerja")]).toMatchObject({ value: 0.46 });
    expect(row[column("Menunggu diambil (menit kerja)")]).toMatchObject({ value: 9180 });
    // 2026-08-12 09:10 by the office's clocks, in days since 1899-12-30.
    const oldest = row[column("Terbuka paling lama sejak")]!;
    expect(oldest.format).toBe("dd/mm/yyyy hh:mm");
    expect(oldest.value).toBeCloseTo(46_246 + 9 / 24 + 10 / 1440, 6);
    const steps = book.sheets[2]!;
    expect(steps.rows).toHaveLength(10);
    expect(steps.frozen.rows).toBe(1);
    for (const { rows, widths } of book.sheets) {
      expect(widths.length).toBe(Math.max(...rows.map((one) => one.length)));
    }
  });

  it("takes no text for a formula, and every name as it is", async () => {
    const bytes = await write(sampleReport(nasty));
    const files = unzipSync(bytes);
    for (const [name, content] of Object.entries(files)) {
      if (name.includes("worksheets")) expect(strFromU8(content)).not.toContain("<f>");
    }
    const texts = readXlsx(bytes).sheets[1]!.rows.map((row) => row[0]?.value);
    expect(texts.slice(1, 5)).toEqual(nasty.lanes.slice(0, 4));
  });

  it("leaves out people where the report does", async () => {
    const book = readXlsx(await write(Object.assign(sampleReport(), { people: null }), "en"));
    expect(book.sheets.map(({ name }) => name)).not.toContain("People");
  });
});
