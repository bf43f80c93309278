import { describe, expect, test } from "vitest";
import { tellWhereabouts, type ToldPlace } from "./whereabouts-words.js";

const kabid: ToldPlace = {
  lane: "Kabid Aptika",
  step: "Mendisposisi surat permohonan",
  isRequester: false,
  day: 2,
  days: 3,
  overdue: false,
  standardTime: { value: 3, unit: "WORKING_DAY" },
};
const kasi: ToldPlace = { ...kabid, lane: "Kasi LITIK", day: 1, days: null, standardTime: null };
const own: ToldPlace = { ...kabid, lane: "Pemohon", step: "Memperbaiki surat.", isRequester: true };
const quick: ToldPlace = {
  ...kabid,
  lane: "Agendaris",
  day: 1,
  days: 1,
  standardTime: { value: 15, unit: "MINUTE" },
};

const told = (...places: ToldPlace[]) => {
  const it = { state: "AT_OFFICE", places } as const;
  return [
    tellWhereabouts(it, { locale: "id", toRequester: true }),
    tellWhereabouts(it, { locale: "en", toRequester: false }),
  ];
};

describe("where a case is", () => {
  test("names the lane and the day", () => {
    expect(told(kabid)).toEqual([
      "Permohonan Anda ada di Kabid Aptika, hari ke-2 dari 3.",
      "The case is with Kabid Aptika, day 2 of 3.",
    ]);
    expect(told({ ...kabid, day: 5, overdue: true })).toEqual([
      "Permohonan Anda ada di Kabid Aptika, hari ke-5, terlambat (waktu baku 3 hari).",
      "The case is with Kabid Aptika, day 5, overdue (standard time 3 days).",
    ]);
  });
  test("names a short standard time as it is written", () => {
    expect(told(quick)).toEqual([
      "Permohonan Anda ada di Agendaris, waktu baku 15 menit.",
      "The case is with Agendaris, standard time 15 minutes.",
    ]);
    expect(told({ ...quick, day: 2, overdue: true })[0]).toBe(
      "Permohonan Anda ada di Agendaris, hari ke-2, melewati waktu baku 15 menit.",
    );
  });
  test("names all the places of branches, and what waits for the requester first", () => {
    expect(told(kabid, kasi)[0]).toBe(
      "Permohonan Anda ada di Kabid Aptika (hari ke-2 dari 3) dan Kasi LITIK (hari ke-1).",
    );
    expect(told(kabid, kasi, quick)[1]).toBe(
      "The case is with Kabid Aptika (day 2 of 3), Kasi LITIK (day 1), and Agendaris (standard time 15 minutes).",
    );
    expect(told(own)).toEqual([
      "Menunggu Anda: Memperbaiki surat.",
      "Waiting for the requester: Memperbaiki surat.",
    ]);
    expect(told(kasi, own)[0]).toBe(
      "Menunggu Anda: Memperbaiki surat. Permohonan Anda ada di Kasi LITIK, hari ke-1.",
    );
    expect(told()[0]).toBe("Permohonan Anda sedang diproses.");
  });
  test("words holding, waiting for another SOP, and both ends", () => {
    const tell = (it: Parameters<typeof tellWhereabouts>[0]) =>
      (["id", "en"] as const).map((locale) => tellWhereabouts(it, { locale, toRequester: true }));
    expect(tell({ state: "HELD", reason: "Menunggu pejabat." })).toEqual([
      "Permohonan Anda ditunda sementara: Menunggu pejabat.",
      "Your request is on hold: Menunggu pejabat.",
    ]);
    expect(tell({ state: "AT_OTHER_SOP", titles: ["Pakai Smart Center"] })).toEqual([
      "Permohonan Anda menunggu SOP lain selesai: “Pakai Smart Center”.",
      "Your request is waiting for another SOP to finish: “Pakai Smart Center”.",
    ]);
    expect(tell({ state: "COMPLETED", date: "3 Mei 2026" })[0]).toBe(
      "Permohonan Anda selesai pada 3 Mei 2026.",
    );
    expect(tell({ state: "CANCELLED", date: "3 May 2026" })[1]).toBe(
      "Your request was cancelled on 3 May 2026.",
    );
  });
});
