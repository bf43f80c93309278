import { describe, expect, it } from "vitest";
import { firstKind, isPrefixedVerb, wordKind, type WordKind } from "./word-kind.js";

const kinds: Readonly<Record<WordKind, string>> = {
  ACTIVE: `menerima membuat memeriksa memproses memfasilitasi memverifikasi memperbaiki mencatat
    mendisposisi menjilid mensterilisasi menulis menghimpun menggandakan mengkoordinasikan
    mengarsipkan mengelola mengecek mengetik menyusun menyiapkan melakukan merekap mewawancarai
    meyakinkan memaraf menandatangani meng-acc me-review men-scan mengupload mekoordinasikan
    mengkonsultasikan mencermati memantau mendisinfeksi berkoordinasi bertemu bekerja terkirim
    terima catat buat kirim periksa cek susun siapkan simpan tahan pesan isi awasi lengkapi scan
    serahkan kumpulkan dokumentasikan informasikan perbaiki pertimbangkan distribusikan kembalikan
    tandatangani teruskan telaah paraf`,
  PASSIVE: `diterima dibuat dikirim ditutup disiapkan diperbaiki dilaksanakan dikonsultasikan
    diproses ditandatangani diverifikasi divalidasi dikembalikan`,
  NOUN: `berkas berita berat bendahara beasiswa bencana menteri meja media metode mesin merek
    meterai menit memo terminal terpal terapis surat laporan permohonan pelaksanaan persiapan
    pelaporan kebijakan perbaikan pendidikan keputusan verifikasi disposisi diskusi dinas koreksi
    koordinasi sosialisasi registrasi evaluasi monitoring terlaksananya tersedianya diterimanya
    tindakan masukan identitas aduan`,
  OTHER: `melalui mengenai menurut mereka berdasarkan bersama beserta berikut terhadap tersebut
    terkait bukan rekan kemudian selanjutnya apakah jika check clean discuss distribute write the a 12`,
};

describe("wordKind", () => {
  for (const [kind, words] of Object.entries(kinds)) {
    it.each(words.split(/\s+/))(`takes "%s" for ${kind}`, (word) =>
      expect(wordKind(word)).toBe(kind),
    );
  }
});

describe("isPrefixedVerb", () => {
  it("is sure of a prefix only", () => {
    expect(["menerima", "berkoordinasi", "terima", "cetak", "berkas"].map(isPrefixedVerb)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("firstKind", () => {
  const of = (text: string) => firstKind(text.split(" ").map((word) => ({ word })));
  it("knows verbs of two words", () => {
    expect(of("tanda tangani surat")).toBe("ACTIVE");
    expect(of("tindak lanjuti aduan")).toBe("ACTIVE");
    expect(of("foto copy berkas")).toBe("ACTIVE");
    expect(of("foto berkas")).toBe("NOUN");
    expect(of("tanda terima surat")).toBe("NOUN");
    expect(of("tindak lanjut surat")).toBe("NOUN");
  });
});
