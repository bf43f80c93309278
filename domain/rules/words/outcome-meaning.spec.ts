import { describe, expect, it } from "vitest";
import { outcomeMeaning } from "./outcome-meaning.js";

describe("outcomeMeaning", () => {
  it.each([
    "Ya",
    "YA (sesuai)",
    "YA (disetujui)",
    "Lengkap",
    "Setuju",
    "ACC",
    "Memenuhi syarat",
    "Layak",
    "Sesuai",
    "Diterima",
    "Sudah lengkap",
    "Yes",
    "Approved",
    "y",
  ])("%s accepts", (name) => expect(outcomeMeaning(name, "Memeriksa berkas")).toBe("ACCEPTS"));

  it.each([
    "Tidak",
    "TIDAK (tidak sesuai)",
    "Belum lengkap",
    "Ditolak",
    "Bukan kewenangan",
    "Revisi",
    "Dikembalikan",
    "Kurang lengkap",
    "Kurang dari tiga berkas, ditolak",
    "Tidak Memenuhi Syarat",
    "No",
    "Rejected",
  ])("%s refuses", (name) => expect(outcomeMeaning(name, "Memeriksa berkas")).toBe("REFUSES"));

  it.each([
    "Swakelola",
    "Bidang A",
    "Eselon II",
    "",
    null,
    "Ya (ada kekurangan)",
    "Perlu perbaikan",
    "Kurang dari 50 juta",
    "Tidak lebih dari 3 hari",
    "Lebih dari 50 juta",
    "Lanjut ke Bidang A",
    "Diterima melalui pos",
  ])("%s says neither", (name) => expect(outcomeMeaning(name, "Memeriksa berkas")).toBe("OTHER"));

  it.each([
    "Apakah perlu survei lapangan?",
    "Menelaah surat; jika YA (memerlukan arahan pimpinan) surat diteruskan",
    "Memeriksa apakah ada kesalahan",
    "Terdapat keberatan?",
  ])("a bare yes or no says neither where the decision asks: %s", (text) => {
    expect(outcomeMeaning("Ya", text)).toBe("OTHER");
    expect(outcomeMeaning("Tidak", text)).toBe("OTHER");
    expect(outcomeMeaning("Ditolak", text)).toBe("REFUSES");
  });
});
