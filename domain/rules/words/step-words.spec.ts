import { describe, expect, it } from "vitest";
import { mainClause, stepWords } from "./step-words.js";

const first = (text: string): string | undefined => stepWords(text)[0]?.word;
const main = (text: string): string =>
  mainClause(stepWords(text))
    .words.map(({ word }) => word)
    .join(" ");

describe("stepWords", () => {
  it.each([
    "Menerima surat",
    "1. Menerima surat",
    "1.2. Menerima surat",
    "12) Menerima surat",
    "(3) Menerima surat",
    "a. Menerima surat",
    "(b) Menerima surat",
    "iv. Menerima surat",
    "- Menerima surat",
    "• Menerima surat",
    " \n 1. - “Menerima surat”",
    "1.Menerima surat",
  ])("passes over the marks before %s", (text) => expect(first(text)).toBe("menerima"));

  it("knows where each word stands, and keeps words with a hyphen", () => {
    expect(stepWords("1. Meng-ACC, lalu")).toEqual([
      { word: "meng-acc", start: 3, end: 11, gap: "" },
      { word: "lalu", start: 13, end: 17, gap: ", " },
    ]);
  });

  it("takes no word for a mark", () => {
    expect(first("OPD mengirim")).toBe("opd");
    expect(first("a.n. Kepala Dinas menerima")).toBe("a");
    expect(first("2 hari")).toBe("2");
  });

  it("has no words where there is no text", () => expect(stepWords("  - 1. ")).toEqual([]));

  it("looks at the beginning of a text that is no sentence", () => {
    expect(first("1. ".repeat(1000) + "Menerima")).toBe("menerima");
    expect(stepWords("kata ".repeat(1000)).length).toBeLessThan(300);
  });
});

describe("mainClause", () => {
  it.each([
    ["Memeriksa berkas, jika YA diteruskan", "memeriksa berkas jika ya diteruskan"],
    ["Jika disetujui maka Kasi menyiapkan ruang", "kasi menyiapkan ruang"],
    ["Apabila lengkap, mencatat berkas", "mencatat berkas"],
    ["Setelah lengkap, berdasarkan disposisi, menyusun konsep", "menyusun konsep"],
    ["Berdasarkan disposisi menyusun konsep", ""],
    ["Jika ya diteruskan", ""],
  ])("%s", (text, clause) => expect(main(text)).toBe(clause));

  it("tells a condition from other openings", () => {
    expect(mainClause(stepWords("Jika ya diteruskan")).isConditional).toBe(true);
    expect(mainClause(stepWords("Setelah itu")).isConditional).toBe(false);
  });
});
