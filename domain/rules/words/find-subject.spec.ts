import { describe, expect, it } from "vitest";
import { findSubject, laneNames } from "./find-subject.js";

const names = laneNames(
  [
    "OPD",
    "Kasi LITIK",
    "Kasi Pengembangan Aplikasi",
    "Staff bid IATIK",
    "Agendaris",
    "Juru Ukur",
    "Petugas Hadir",
  ].map((name) => ({ key: name, name, binding: null })),
);
const subjectOf = (text: string) => findSubject(text, names)?.name ?? null;
const rest = (text: string) => text.slice(findSubject(text, names)?.verb);

describe("findSubject", () => {
  it.each([
    ["OPD mengirimkan surat pinjam ke Dinas Kominfo", "OPD"],
    ["Agendaris menerima surat", "Agendaris"],
    ["Kasi LITIK memverifikasi jumlah peserta", "Kasi LITIK"],
    ["Kasi Pengembangan Aplikasi TIK menyiapkan aplikasi", "Kasi Pengembangan Aplikasi TIK"],
    ["Staff Menyediakan segala kebutuhan", "Staff"],
    ["STAFF MENYEDIAKAN KEBUTUHAN", "STAFF"],
    ["Juru ukur mengukur bidang tanah", "Juru ukur"],
    ["Juru menyerahkan hasil", "Juru"],
    // Positions that have no lane of that name.
    ["Kadin mendisposisi surat ke Kabid", "Kadin"],
    [
      "Kepala Bidang Informasi dan Komunikasi Publik menelaah",
      "Kepala Bidang Informasi dan Komunikasi Publik",
    ],
    ["Ka. Subbag. Umum meneruskan surat", "Ka. Subbag. Umum"],
    ["Plt. Kepala Dinas menandatangani surat", "Plt. Kepala Dinas"],
    ["Bendahara membayar tagihan", "Bendahara"],
    ["Petugas pada loket menerima berkas", "Petugas pada loket"],
    ["Tim teknis bersama OPD menyusun laporan", "Tim teknis bersama OPD"],
    ["Wajib pajak mengajukan keberatan", "Wajib pajak"],
    ["Front Office menerima berkas", "Front Office"],
    ["Pihak ketiga menyerahkan barang", "Pihak ketiga"],
    ["PA/KPA menetapkan anggaran", "PA/KPA"],
    // What stands between the two is no part of the name.
    ["Kadin akan menandatangani surat", "Kadin"],
    ["OPD wajib mengirim data", "OPD"],
    ["OPD untuk mengirim data", "OPD"],
    ["OPD kirim surat", "OPD"],
    // Verbs that need no prefix, and no object.
    ["Warga datang membawa KTP", "Warga"],
    ["Warga datang ke loket", "Warga"],
    ["Wajib pajak hadir membawa berkas", "Wajib pajak"],
    ["Kepala Dinas hadir membuka rapat", "Kepala Dinas"],
    ["Pemohon masuk ke ruang pelayanan", "Pemohon"],
    ["Pemohon pulang menunggu kabar", "Pemohon"],
    ["Pemohon akan kembali membawa berkas", "Pemohon"],
    ["Tim teknis ikut menyusun laporan", "Tim teknis"],
    ["Tamu duduk menunggu panggilan", "Tamu"],
    ["Pemohon tunggu di loket", "Pemohon"],
    ["OPD datang membawa surat", "OPD"],
    // They belong to the name where they tell what somebody is there for.
    ["Agendaris surat masuk mencatat surat", "Agendaris surat masuk"],
    ["Petugas ruang tunggu memanggil pemohon", "Petugas ruang tunggu"],
    ["Operator pindah datang memproses berkas", "Operator pindah datang"],
    ["Petugas hadir mencatat tamu", "Petugas hadir"],
    // Behind a mark, or a condition.
    ["1. OPD mengirim surat", "OPD"],
    ["Jika disetujui maka Kasi LITIK dan menginformasikan ketersediaan tempat", "Kasi LITIK"],
    ["Apabila lengkap, petugas mencatat berkas", "petugas"],
  ])("%s", (text, name) => expect(subjectOf(text)).toBe(name));

  it.each([
    "Menerima surat dari OPD dan meneruskan ke Kadin",
    "Mengirim surat",
    "Terima surat dari OPD",
    "Cetak kartu dan serahkan",
    "Pelaksanaan Kegiatan",
    "Pelaksanaan Kegiatan sudah selesai dilaksanakan",
    "Surat masuk menunggu disposisi",
    "Penyusunan laporan menggunakan aplikasi",
    "Kepala Dinas",
    "Petugas yang ditunjuk menerima berkas",
    "Surat diterima oleh Agendaris",
    "OPD. Selesai",
    "Wajib mengisi formulir",
    "Unit kerja pemohon",
    "Surat masuk mencatat",
    "Warga yang datang membawa KTP",
    "Staff sends the letter",
    "The officer checks the documents",
    "",
  ])("finds none in: %s", (text) => expect(subjectOf(text)).toBeNull());

  it("says where the verb begins", () => {
    expect(rest("Kadin akan menandatangani surat")).toBe("menandatangani surat");
    expect(rest("Warga datang membawa KTP")).toBe("datang membawa KTP");
    expect(rest("Pemohon akan kembali")).toBe("kembali");
    expect(rest("Jika disetujui maka Kasi LITIK dan menginformasikan")).toBe("menginformasikan");
  });

  it("knows a lane by its whole name only", () => {
    expect(findSubject("OPD mengirim", names)?.lanes).toEqual(["OPD"]);
    expect(findSubject("Staff mengirim", names)?.lanes).toEqual([]);
    expect(findSubject("Kasi LITIK dan Kasi lain memeriksa", names)?.lanes).toEqual([]);
  });
});
