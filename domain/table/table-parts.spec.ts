import { describe, expect, it } from "vitest";
import { readDuration } from "./read-duration.js";
import { readMark } from "./read-mark.js";
import { readTsv } from "./read-tsv.js";
import { splitItems } from "./split-items.js";
import {
  cutLongTexts,
  findTextFault,
  makeGrid,
  tableLimits,
  type SourceCell,
} from "./table-grid.js";
import { titleRole } from "./title-role.js";

const cell = (text: string, rowSpan = 1, colSpan = 1): SourceCell => ({ text, rowSpan, colSpan });

describe("readDuration", () => {
  it.each([
    ["15 menit", 15, "MINUTE", true],
    ["15 Menit", 15, "MINUTE", true],
    ["2.400 menit", 2400, "MINUTE", true],
    ["1,5 jam", 1.5, "HOUR", true],
    ["½ jam", 0.5, "HOUR", true],
    ["1/2 jam", 0.5, "HOUR", true],
    ["setengah jam", 0.5, "HOUR", true],
    ["30'", 30, "MINUTE", true],
    ["1 hari", 1, "WORKING_DAY", true],
    ["3 (tiga) hari kerja", 3, "WORKING_DAY", true],
    ["2 hari kalender", 2, "CALENDAR_DAY", true],
    ["satu hari", 1, "WORKING_DAY", true],
    ["2 minggu", 14, "CALENDAR_DAY", false],
    ["30 detik", 0.5, "MINUTE", false],
    ["± 15 menit", 15, "MINUTE", false],
    ["maks. 2 jam", 2, "HOUR", false],
    ["5 - 10 menit", 10, "MINUTE", false],
    ["1 s/d 2 hari", 2, "WORKING_DAY", false],
    ["1 jam 30 menit", 90, "MINUTE", false],
  ])("reads %j", (text, value, unit, sure) => {
    expect(readDuration(text)).toEqual({ time: { value, unit }, sure });
  });

  it.each(["", "-", "–"])("takes %j for no time", (text) =>
    expect(readDuration(text)).toEqual({ time: null, sure: true }),
  );

  it.each(["menyesuaikan", "15", "0 menit", "9999999999 hari", "1/0 jam", "tiap hari"])(
    "does not make up a time of %j",
    (text) => expect(readDuration(text)).toEqual({ time: null, sure: false }),
  );

  it("takes the unit of a bare number from its heading", () =>
    expect(readDuration("15", "MINUTE")).toEqual({
      time: { value: 15, unit: "MINUTE" },
      sure: true,
    }));
});

describe("readMark", () => {
  it.each([
    ["x", "HERE"],
    ["√", "HERE"],
    ["●", "HERE"],
    ["□", "HERE"],
    ["3", "HERE"],
    ["Proses", "HERE"],
    ["( START )", "START"],
    ["Mulai", "START"],
    ["SELESAI", "END"],
    ["◇", "DECISION"],
    ["Keputusan", "DECISION"],
    ["Jika", "DECISION"],
    ["Penghubung", "CONNECTOR"],
    ["⬭", "CAPSULE"],
    ["→", "ARROW"],
    ["-->", "ARROW"],
    ["-", "ARROW"],
    ["Dokumentasi", "LABEL"],
  ])("reads %j as %s", (text, meaning) => expect(readMark(text)).toBe(meaning));
});

describe("titleRole", () => {
  it.each([
    ["NO", "number"],
    ["No.", "number"],
    ["Uraian Prosedur", "activity"],
    ["PELAKSANAAN", "lanes"],
    ["Persyaratan/\nKelengkapan", "requirements"],
    ["Waktu (menit)", "time"],
    ["Waktu Penyelesaian", "time"],
    ["Baku Mutu", "standard"],
    ["KET", "remarks"],
  ])("knows %j", (title, role) => expect(titleRole(title)?.role).toBe(role));

  it.each(["Pejabat Fungsional/Pelaksana", "Pelaksana teknis", "OPD", "", "x".repeat(100)])(
    "takes %j for no heading of its own, or for a performer's",
    (title) =>
      expect(titleRole(title)?.sure === true && titleRole(title)?.role !== "lanes").toBe(false),
  );
});

describe("splitItems", () => {
  it.each([
    ["Surat\nProposal", ["Surat", "Proposal"]],
    ["1. Surat\npermohonan\n2. Proposal", ["Surat permohonan", "Proposal"]],
    ["Surat permohonan yang\nditandatangani", ["Surat permohonan yang ditandatangani"]],
    ["- Surat; KTP", ["Surat", "KTP"]],
    ["-", []],
    ["", []],
  ])("%j", (text, items) => expect(splitItems(text)).toEqual(items));
});

describe("readTsv", () => {
  it("keeps line breaks, tabs and quotes of a quoted cell", () => {
    const [table] = readTsv('No\tKegiatan\r\n1\t"Surat\n""penting""\tsegera"\r\n');
    expect(table?.map((row) => row.map(({ text }) => text))).toEqual([
      ["No", "Kegiatan"],
      ["1", 'Surat\n"penting"\tsegera'],
    ]);
  });

  it("takes a quote that closes nowhere for a quotation mark", () => {
    const [table] = readTsv('1\t"Surat\n2\tMenulis "segera"');
    expect(table?.[0]?.[1]?.text).toBe('"Surat');
    expect(table?.[1]?.[1]?.text).toBe('Menulis "segera"');
  });

  it("stops soon after more rows than can be taken", () => {
    const [table] = readTsv("1\tMenulis\n".repeat(10_000));
    expect(table!.length).toBe(tableLimits.rows + 1);
    expect(makeGrid(table!)).toEqual({
      ok: false,
      fault: { fault: "TOO_MANY_ROWS", max: tableLimits.rows },
    });
  });
});

describe("makeGrid", () => {
  it("sets a merged cell at every place that it covers", () => {
    const result = makeGrid([
      [cell("No", 2), cell("Pelaksana", 1, 2)],
      [cell("Staf"), cell("Kasi")],
    ]);
    if (!result.ok) throw new Error(result.fault.fault);
    expect(result.grid.rows.map((row) => row.map((place) => place?.text))).toEqual([
      ["No", "Pelaksana", "Pelaksana"],
      ["No", "Staf", "Kasi"],
    ]);
  });

  it("bears spans out of all measure", () => {
    expect(makeGrid([[cell("a", 65_534, 2)], [cell("b")]])).toMatchObject({ ok: true });
    expect(makeGrid([[cell("a", 1, 1_000_000_000)]])).toMatchObject({
      ok: false,
      fault: { fault: "TOO_MANY_COLUMNS" },
    });
    expect(makeGrid([[cell("a", Number.NaN, -3)]])).toMatchObject({ ok: true });
  });

  it("names a cell whose text is too long, and cuts it when told to", () => {
    const result = makeGrid([[cell("a"), cell("x".repeat(1_000_000))]]);
    if (!result.ok) throw new Error(result.fault.fault);
    expect(findTextFault(result.grid)).toEqual({
      fault: "CELL_TOO_LONG",
      row: 0,
      column: 1,
      length: 1_000_000,
      max: 4000,
    });
    expect(findTextFault(cutLongTexts(result.grid))).toBeNull();
  });
});
