import { describe, expect, it } from "vitest";
import { buildGraph, type NodeRow } from "../sop/build-graph.js";
import { foundBy, namedBy } from "./rule-trial.js";

const saying = (text: string, kind: NodeRow[1] = "activity") =>
  buildGraph(
    [
      ["start", "start", ["Kadin"], { text: "Mulai" }],
      ["step", kind, ["Kadin"], { text, work: kind === "end", call: { sop: "x", waits: true } }],
      ["end", "end", ["Kadin"], { text: "Selesai" }],
    ],
    [
      ["start", "step"],
      ["step", "end"],
    ],
  );
const lacks = (text: string, kind?: NodeRow[1]) =>
  namedBy("step-verb", saying(text, kind)).length > 0;

describe("step-verb", () => {
  it.each([
    "Menerima surat masuk",
    "Meregistrasi surat",
    "Mengagendakan surat masuk dan memberi nomor",
    "Mempertimbangkan usulan dan mendisposisi setuju/tidak",
    "MENCATAT SURAT",
    "1. Mencatat surat",
    "a) Mencatat surat",
    "- Mencatat surat",
    "Meng-upload dokumen",
    "Me-review konsep",
    "Berkoordinasi dengan perangkat daerah terkait",
    "Terima surat",
    "Cek kelengkapan",
    "Siapkan ruang rapat",
    "Tandatangani surat",
    "Tanda tangani surat",
    "Tindak lanjuti disposisi",
    "Distribusikan undangan",
    "Setelah lengkap, mencatat berkas",
    "Berdasarkan disposisi, menyusun konsep",
    "Berdasarkan disposisi menyusun konsep",
    "Melalui aplikasi, mengirim data",
    "Jika disetujui maka menyiapkan ruang",
    "Jika lengkap dan benar mencatat berkas",
    "Selanjutnya menyerahkan berkas",
  ])("is content with: %s", (text) => expect(lacks(text)).toBe(false));

  it.each([
    "Surat masuk",
    "Berkas permohonan",
    "Pelaksanaan Kegiatan",
    "Persiapan Pelaksanaan Kegiatan",
    "Pelaporan dan Dokumentasi Pelaksanaan Kegiatan",
    "Pelaksanaan Kegiatan sudah selesai dilaksanakan",
    "Verifikasi berkas",
    "Disposisi Kepala Dinas",
    "Koordinasi dengan bidang",
    "Rapat pembahasan",
    "1. Penerimaan surat",
    "Diterima oleh agendaris",
    "Diperiksa kelengkapannya",
    "Surat diteruskan ke Kabid",
    "SPM diterbitkan",
    "SPT telah ditandatangani",
    "Terlaksananya kegiatan",
    "Tindak lanjut disposisi",
    // A condition is no work: what follows it says what becomes of the case, not what anybody does.
    "Jika pelaksanaan kegiatan disetujui maka dilaksanakan dan jika tidak disetujui maka dikonsultasikan ulang",
    "Jika ya diteruskan, jika tidak dikembalikan",
  ])("names: %s", (text) => expect(lacks(text)).toBe(true));

  it.each([
    "Check the documents",
    "Clean the room",
    "Discuss the draft with the head of department",
    "Scan and file",
    "The applicant sends the request",
    "Distribute invitations",
    "Plan",
    "write",
  ])("does not judge another language: %s", (text) => expect(lacks(text)).toBe(false));

  it("lets a decision ask, which is what its symbol means, and nothing else", () => {
    expect(lacks("Berkas lengkap?", "decision")).toBe(false);
    expect(lacks("Apakah berkas sudah lengkap", "decision")).toBe(false);
    expect(lacks("Berkas lengkap?")).toBe(true);
    expect(lacks("Kelengkapan berkas", "decision")).toBe(true);
  });

  it("reads the steps that people do, and whatever they say only once", () => {
    expect(lacks("Pelaksanaan kegiatan", "end")).toBe(true);
    expect(lacks("SOP Surat Keluar", "connector")).toBe(false);
    // step-text and step-subject speak of these.
    expect(lacks("")).toBe(false);
    expect(lacks("Kadin mendisposisi surat")).toBe(false);
    expect(foundBy("step-verb", saying("Surat masuk"))[0]?.level).toBe("WARNING");
  });
});
