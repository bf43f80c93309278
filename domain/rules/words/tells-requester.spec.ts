import { describe, expect, it } from "vitest";
import { requesterWords, tellsRequester } from "./tells-requester.js";

const requester = requesterWords([
  { key: "r", name: "Unit Kerja Pemohon", binding: { type: "REQUESTER" } },
]);
const opd = requesterWords([{ key: "o", name: "OPD", binding: { type: "REQUESTER" } }]);

describe("tellsRequester", () => {
  it.each([
    "Memberitahukan penolakan kepada pemohon",
    "Memberi tahu pemohon",
    "Mengirim surat balasan kepada pemohon",
    "Menghubungi pemohon melalui telepon",
    "Mengembalikan berkas kepada pemohon disertai alasan",
    "Berkas dikembalikan kepada yang bersangkutan",
    "Menyampaikan surat penolakan",
    "Mengirim jawaban",
    "Penyerahan hasil kepada pelanggan",
    "Sampaikan hasil ke pemohon",
    "Menutup tiket",
    "jika tidak sesuai, maka tiket ditutup",
  ])("%s", (text) => expect(tellsRequester(text, requester)).toBe(true));

  it.each([
    "Mengarsipkan berkas permohonan",
    "Mencatat nama pemohon dalam buku agenda",
    "Mengirim berkas kepada Kepala Dinas",
    "Mengetahui identitas pemohon",
    "Melaporkan hasil kepada Kadin",
    "Menutup berkas",
    "Mengirim undangan kepada OPD teknis",
    "",
  ])("not: %s", (text) => expect(tellsRequester(text, requester)).toBe(false));

  it("knows offices by their other names where an office asked", () => {
    expect(tellsRequester("Menginformasikan kepada perangkat daerah", opd)).toBe(true);
    expect(tellsRequester("Menginformasikan ketersediaan tempat pada OPD terkait", opd)).toBe(true);
  });
});
