import { describe, expect, it } from "vitest";
import { saysApproval } from "./says-approval.js";

describe("saysApproval", () => {
  it.each([
    "Menyetujui konsep surat",
    "1. Menyetujui konsep surat",
    "Menerima laporan permasalahan dan penyelesaian, serta menyetujui penutupan tiket",
    "Memeriksa dan menyetujui permohonan",
    "Memeriksa/menyetujui permohonan",
    "Memeriksa, mengoreksi, menyetujui konsep",
    "Mengesahkan dokumen anggaran",
    "Meng-ACC permohonan",
    "ACC Kepala Dinas",
    "Persetujuan Kepala Dinas",
    "Persetujuan",
    "Memberikan persetujuan atas permohonan",
    "Meneliti berkas lalu memberi persetujuan",
    "Menyetujui atau menolak permohonan",
    "Jika lengkap, menyetujui permohonan",
    "Setujui permohonan",
  ])("%s", (text) => expect(saysApproval(text)).toBe(true));

  it.each([
    "Menaikkan konsep surat ke Kepala Dinas untuk mendapat persetujuan",
    "Melakukan telaah/rumusan pemanfaatan aplikasi sebagai bahan persetujuan pimpinan",
    "Menindaklanjuti persetujuan pimpinan untuk proses teknis",
    "Meminta persetujuan Kepala Dinas",
    "Mengajukan konsep untuk disetujui",
    "Menyampaikan konsep kepada Kepala Dinas untuk menyetujui dan menandatangani",
    "Membantu Kepala Dinas dalam menyetujui permohonan",
    "Menerima surat yang telah disetujui",
    "Menunggu persetujuan",
    "Mencetak surat persetujuan",
    "Membuat surat persetujuan dan menyampaikan kepada pemohon",
    "Persetujuan diteruskan ke Kepala Bidang",
    "Persetujuan teknis pimpinan disampaikan kepada pemohon",
    "Menerbitkan persetujuan teknis",
    "Meminta ACC pimpinan",
    "Setelah menyetujui, mengembalikan berkas",
    "Mendisposisi surat permohonan",
    "Menandatangani surat izin",
    "Memaraf konsep surat",
    "Memverifikasi berkas",
    "Menyetujui syarat dan ketentuan layanan",
    "Jika disetujui maka menyiapkan ruang",
    "Menghubungi pejabat yang menyetujui",
    "",
  ])("not: %s", (text) => expect(saysApproval(text)).toBe(false));

  it("looks behind the subject where there is one", () => {
    const text = "Kadin menyetujui konsep";
    expect(saysApproval(text)).toBe(false);
    expect(saysApproval(text, "Kadin ".length)).toBe(true);
  });
});
