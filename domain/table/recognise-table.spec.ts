import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { joinTables, tableScore } from "./choose-table.js";
import { readTsv } from "./read-tsv.js";
import { recogniseTable } from "./recognise-table.js";
import {
  noChoices,
  type RecognisedStep,
  type RecognisedTable,
  type TableChoices,
} from "./recognised-table.js";
import { trialWords } from "./trial-words.js";

const fixture = (name: string): string =>
  readFileSync(new URL(`../../test/fixtures/tables/${name}.tsv`, import.meta.url), "utf8");

function recognise(text: string, choices: TableChoices = noChoices): RecognisedTable {
  const results = joinTables(readTsv(text), trialWords);
  expect(results).toHaveLength(1);
  const [result] = results;
  if (result?.ok !== true) throw new Error("no table");
  return recogniseTable(result.grid, trialWords, choices);
}

const rows = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => cells.join("\t")).join("\n");

const rolesOf = (table: RecognisedTable, section = 0): string =>
  table.sections[section]!.columns.map(({ role }) => role).join(" ");

const lanesOf = (table: RecognisedTable, step: RecognisedStep): string =>
  step.lanes.map(({ lane, label }) => table.lanes[lane]!.name + (label ?? "")).join(" + ");

/** One line a step: number, kind, lanes, and what was guessed. */
const summary = (table: RecognisedTable): readonly string[] =>
  table.steps.map((step) =>
    [step.number ?? "", step.kind, lanesOf(table, step), step.guesses.join(",")].join("|"),
  );

const stepOf = (table: RecognisedTable, number: string): RecognisedStep =>
  table.steps.find((step) => step.number?.startsWith(number) === true)!;

const arrowsFrom = (table: RecognisedTable, number: string): readonly string[] => {
  const from = table.steps.indexOf(stepOf(table, number));
  return table.arrows
    .filter((arrow) => arrow.from === from)
    .map(({ to, outcome }) => `${outcome}: ${table.steps[to]!.number ?? table.steps[to]!.kind}`);
};

/** What is left out other than headings and the numbers of columns. */
const lost = (table: RecognisedTable): readonly string[] =>
  table.leftOut
    .filter(({ why }) => why !== "HEADING" && why !== "NUMBERING")
    .map(({ text, why }) => `${why}: ${text}`);

describe("the tables of real SOPs", () => {
  it("V. 4.: symbols as words, a joint step, a box with a label in each lane", () => {
    const table = recognise(fixture("pembinaan-sumber-daya"));
    expect(rolesOf(table)).toBe(
      "number activity lane lane lane lane lane requirements time output remarks",
    );
    expect(summary(table)).toEqual([
      "1.|start|Kepala Seksi|",
      "2.|activity|Kepala Bidang + Kepala Dinas|",
      "3.|decision|Kepala Seksi|arrows",
      "4.|activity|Pelaksana|",
      "5.|activity|Pelaksanaan|",
      "6.|activity|PelaksanaDokumentasi + Kepala SeksiPelaporan|",
      "7.|end|Pelaksanaan|time",
    ]);
    expect(stepOf(table, "1").work).toBe(true);
    expect(stepOf(table, "7")).toMatchObject({ work: true, time: null, hints: ["End"] });
    expect(stepOf(table, "4").time).toEqual({ value: 2400, unit: "MINUTE" });
    expect(stepOf(table, "3").remarks).toMatch(/^Apabila identitas atau hal lain/);
    expect(arrowsFrom(table, "3")).toEqual(["Ya: 4.", "Tidak: 2."]);
    expect(lost(table)).toEqual([]);
  });

  it("layanan TIK: a heading that slipped, a row of column numbers, START and END alone", () => {
    const table = recognise(fixture("layanan-tik"));
    expect(rolesOf(table)).toBe("number activity lane lane lane lane lane time output");
    expect(table.lanes.map(({ name }) => name)).toEqual([
      "Pengguna",
      "Helpdesk",
      "Kabid",
      "Pejabat Fungsional/Pelaksana",
      "Kadin Kominfo",
    ]);
    expect(table.steps).toHaveLength(9);
    expect(table.steps[0]).toMatchObject({ kind: "start", work: false, text: "START" });
    expect(table.steps.at(-1)).toMatchObject({ kind: "end", work: false, text: "END" });
    expect(lanesOf(table, table.steps.at(-1)!)).toBe("Helpdesk");
    expect(stepOf(table, "3")).toMatchObject({ kind: "decision" });
    expect(stepOf(table, "3").guesses).toEqual(["kind", "lanes", "arrows"]);
    expect(stepOf(table, "4").time).toEqual({ value: 3, unit: "WORKING_DAY" });
    expect(lost(table)).toEqual([]);
  });

  it("sub domain: time before the requirements, and a refusal that names its target", () => {
    const table = recognise(fixture("sub-domain"));
    expect(rolesOf(table)).toBe("number activity lane lane lane lane time requirements output");
    expect(table.steps).toHaveLength(11);
    expect(stepOf(table, "4").guesses).toEqual(["kind", "lanes"]);
    expect(arrowsFrom(table, "4")).toEqual(["Ya: 5", "Tidak: 1"]);
    expect(stepOf(table, "5").outputs).toEqual(["Layanan pembuatan sub domain"]);
    expect(lost(table)).toEqual([]);
  });

  it("pemanfaatan aplikasi: no symbol came along, so every lane is marked as a guess", () => {
    const table = recognise(fixture("pemanfaatan-aplikasi"));
    expect(table.lanes).toHaveLength(5);
    expect(table.steps).toHaveLength(8);
    const numbered = table.steps.filter(({ number }) => number !== null);
    expect(numbered.every(({ guesses }) => guesses.includes("lanes"))).toBe(true);
    expect(stepOf(table, "1").time).toEqual({ value: 30, unit: "HOUR" });
    expect(stepOf(table, "4")).toMatchObject({ kind: "decision" });
    expect(arrowsFrom(table, "4")).toEqual(["Ya: 5", "Tidak: 3"]);
    expect(stepOf(table, "6").requirements).toEqual([
      "Informasi sebagai bahan publikasi",
      "media komunikasi",
    ]);
    expect(lost(table)).toEqual([]);
  });

  it("pinjam Smart Center: goes on over a page whose heading is arranged otherwise", () => {
    const table = recognise(fixture("pinjam-smart-center"));
    expect(table.sections).toHaveLength(2);
    // The second page's standard slipped by a column; its times show it.
    expect(rolesOf(table, 1)).toBe(
      "number activity lane lane lane lane lane lane lane lane requirements time output remarks",
    );
    expect(table.lanes.map(({ name, sure }) => `${name}${sure ? "" : "?"}`)).toEqual([
      "OPD",
      "Agendari s?",
      "Sekdin",
      "Kadin",
      "Kabid IATIK",
      "Kasi LITIK",
      "Kasi Pengembangan Aplikasi",
      "Staff bid IATIK",
    ]);
    const numbered = table.steps.filter(({ number }) => number !== null);
    expect(numbered.map((step) => lanesOf(table, step))).toEqual([
      "OPD",
      "Agendari s",
      "Sekdin",
      "Kadin",
      "Kabid IATIK",
      "Kasi LITIK",
      "Kasi Pengembangan Aplikasi",
      "Staff bid IATIK",
    ]);
    expect(stepOf(table, "8")).toMatchObject({
      requirements: ["Aplikasi, disinfektan"],
      time: { value: 1, unit: "HOUR" },
      outputs: ["Aplikasi dan sterilisasi ruang SC"],
    });
    expect(lost(table)).toEqual([]);
  });

  it("pakai Smart Center: the subject of a sentence says whose work it is", () => {
    const table = recognise(fixture("pakai-smart-center"));
    const numbered = table.steps.filter(({ number }) => number !== null);
    expect(numbered.map((step) => lanesOf(table, step))).toEqual([
      "OPD",
      "Kasi LITIK",
      "Staff",
      "OPD",
      "Kabid IATIK",
    ]);
    expect(stepOf(table, "5").time).toBeNull();
    expect(stepOf(table, "5").guesses).toEqual(["lanes"]);
    expect(lost(table)).toEqual([]);
  });
});

describe("recogniseTable", () => {
  const heading = ["No", "Kegiatan", "Staf", "Kabid", "Syarat", "Waktu", "Output", "Ket"];

  it("takes columns in any order, and ticks for symbols", () => {
    const table = recognise(
      rows([
        ["Keterangan", "Output", "Waktu (menit)", "Kabid", "Staf", "Uraian Kegiatan", "No."],
        ["", "Surat", "15", "", "√", "Menulis surat", "1"],
        ["cepat", "", "5", "x", "", "Menandatangani", "2"],
      ]),
    );
    expect(rolesOf(table)).toBe("remarks output time lane lane activity number");
    expect(stepOf(table, "1")).toMatchObject({ outputs: ["Surat"], guesses: [] });
    expect(stepOf(table, "1").time).toEqual({ value: 15, unit: "MINUTE" });
    expect(lanesOf(table, stepOf(table, "2"))).toBe("Kabid");
  });

  it("reads names of performers in one column as lanes", () => {
    const table = recognise(
      rows([
        ["No", "Kegiatan", "Pelaksana", "Waktu"],
        ["1", "Menulis", "Staf", "1 hari"],
        ["2", "Memeriksa", "Kasi; Kabid", "2 jam"],
        ["3", "Mengirim", "Staf", "5'"],
      ]),
    );
    expect(table.lanes.map(({ name }) => name)).toEqual(["Staf", "Kasi", "Kabid"]);
    expect(summary(table).slice(1, -1)).toEqual([
      "1|activity|Staf|",
      "2|activity|Kasi + Kabid|",
      "3|activity|Staf|",
    ]);
  });

  it("goes on over page breaks, and leaves totals and sections out, each named", () => {
    const table = recognise(
      rows([
        heading,
        ["A. Persiapan", "", "", "", "", "", "", ""],
        ["1", "Menulis konsep", "●", "", "- Data", "1 hari", "Konsep", ""],
        ["", "", "", "", "- Surat", "", "", ""],
        ["2", "Memeriksa konsep yang", "", "●", "", "1 jam", "", ""],
        heading,
        ["", "sudah ditulis", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", ""],
        ["", "Jumlah", "", "", "", "1 hari 1 jam", "", ""],
      ]),
    );
    expect(stepOf(table, "1").requirements).toEqual(["Data", "Surat"]);
    expect(stepOf(table, "2").text).toBe("Memeriksa konsep yang sudah ditulis");
    expect(stepOf(table, "2").guesses).toEqual(["row"]);
    expect(lost(table)).toEqual(["SECTION: A. Persiapan", "TOTAL: Jumlah", "TOTAL: 1 hari 1 jam"]);
  });

  it("keeps a time that it does not understand in the remarks", () => {
    const table = recognise(
      rows([
        heading,
        ["1", "Menulis", "x", "", "", "5 - 10 menit", "", "rutin"],
        ["2", "Memeriksa", "x", "", "", "menyesuaikan", "", ""],
      ]),
    );
    expect(stepOf(table, "1")).toMatchObject({
      time: { value: 10, unit: "MINUTE" },
      remarks: "rutin\nWaktu: 5 - 10 menit",
      guesses: ["time"],
    });
    expect(stepOf(table, "2")).toMatchObject({ time: null, remarks: "Waktu: menyesuaikan" });
  });

  it("guesses a table without a heading by its texts", () => {
    const table = recognise(
      rows([
        ["1", "Menulis surat permohonan", "v", "", "15 menit", "Surat"],
        ["2", "Apakah surat lengkap atau tidak", "", "◇", "10 menit", ""],
        ["3", "Mengirim surat", "v", "", "1 jam", "Tanda terima"],
      ]),
    );
    expect(rolesOf(table)).toBe("number activity lane lane time output");
    expect(table.sections[0]!.columns.every(({ sure }) => !sure)).toBe(true);
    expect(stepOf(table, "2")).toMatchObject({ kind: "decision" });
  });

  it("does as a person chose in place of what it guessed", () => {
    const text = rows([heading, ["1", "Menulis", "", "", "Berkas", "1 jam", "", ""]]);
    const table = recognise(text, {
      roles: { "0:4": "output" },
      kinds: { r1: "decision" },
      lanes: { r1: ["Kabid"] },
    });
    expect(stepOf(table, "1")).toMatchObject({ kind: "decision", outputs: ["Berkas"] });
    expect(lanesOf(table, stepOf(table, "1"))).toBe("Kabid");
    expect(stepOf(table, "1").guesses).toEqual(["arrows"]);
  });

  it("moves a role of which there is one to the column that was chosen for it", () => {
    const text = rows([heading, ["1", "Menulis", "x", "", "Menulis lengkap", "", "", ""]]);
    const table = recognise(text, { ...noChoices, roles: { "0:4": "activity" } });
    expect(rolesOf(table)).toBe("number skip lane lane activity time output remarks");
    expect(lost(table)).toEqual(["COLUMN: Menulis"]);
  });

  it("keeps markup and formulas as the text that they are", () => {
    const table = recognise(
      rows([heading, ["1", "<img src=x onerror=alert(1)>", "x", "", "=SUM(A1:A9)", "", "", ""]]),
    );
    expect(stepOf(table, "1")).toMatchObject({
      text: "<img src=x onerror=alert(1)>",
      requirements: ["=SUM(A1:A9)"],
    });
  });

  it("gives a form the higher score than a table of something else", () => {
    const form = recognise(fixture("layanan-tik"));
    const other = recognise(
      rows([
        ["Nomor SOP", "V. 4."],
        ["Tanggal", "11 September 2017"],
      ]),
    );
    expect(tableScore(form)).toBeGreaterThan(tableScore(other));
  });

  it("takes what a sheet says above its table for no step, and steps above a heading for steps", () => {
    const under = ["No\tKegiatan\tStaf\tWaktu", "\tMULAI\t⬭\t", "2\tMengirim\tx\t1 jam"];
    const title = ["B. PROSEDUR\t\t\t", "Nomor SOP\t060/1\t\t", "\t\t\t"];
    const table = recognise([...title, ...under].join("\n"));
    expect(table.steps.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "start: MULAI",
      "activity: Mengirim",
      "end: Selesai",
    ]);
    expect(lost(table)).toEqual(["SECTION: B. PROSEDUR", "SECTION: Nomor SOP", "SECTION: 060/1"]);
    const continued = recognise(["1\tMenyusun\tx\t1 jam", ...under].join("\n"));
    expect(continued.steps.map(({ text }) => text)).toContain("Menyusun");
    expect(lost(continued)).toEqual([]);
  });
});
