import { describe, expect, it } from "vitest";
import { splitHeading } from "./split-heading.js";

const tail =
  "Jika lengkap, lanjut ke tahap berikutnya - Jika tidak lengkap, kembali ke aktivitas 1";

describe("splitHeading", () => {
  it("leaves a short text whole, whatever stands in it", () => {
    const text = "Memeriksa berkas. - Jika lengkap, lanjut";
    expect(splitHeading(text)).toEqual({ first: text, rest: null });
  });

  it("takes the first sentence of a long text", () => {
    const first = "Mengecek kelengkapan surat permohonan.";
    expect(splitHeading(`${first} - ${tail}`)).toEqual({ first, rest: `- ${tail}` });
  });

  it("ends at a dash that comes before the first full stop", () => {
    const text = `Menganalisis kesesuaian layanan - ${tail}. Selesai`;
    const { first, rest } = splitHeading(text);
    expect(first).toBe("Menganalisis kesesuaian layanan");
    expect(`${first} ${rest}`).toBe(text);
  });

  it("keeps a long text whole that has no such place", () => {
    const text = "permohonan ".repeat(14).trim();
    expect(splitHeading(text)).toEqual({ first: text, rest: null });
  });
});
