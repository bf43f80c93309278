import type { Locale } from "../../../../kernel/context.js";

/** What only the printed report says. */
export interface PageWords {
  readonly period: (from: string, to: string) => string;
  readonly asOf: (moment: string) => string;
  readonly page: (page: number, of: number) => string;
  readonly noBottleneck: string;
  readonly figures: string;
  readonly median: string;
  readonly nineOfTen: string;
  readonly standard: string;
  readonly lanes: Readonly<
    Record<
      | "arrived"
      | "finished"
      | "withdrawn"
      | "waiting"
      | "onTime"
      | "rework"
      | "queue"
      | "work"
      | "share",
      string
    >
  >;
  readonly lanesNote: string;
  readonly steps: Readonly<
    Record<
      "number" | "finished" | "waiting" | "standard" | "median" | "nineOfTen" | "onTime",
      string
    >
  >;
  readonly stepsNote: string;
  readonly histogram: string;
  readonly histogramNote: string;
  readonly cases: string;
  readonly trend: string;
  readonly trendMedian: string;
  readonly trendNineOfTen: string;
  readonly started: string;
  readonly completed: string;
  readonly course: string;
  readonly handOvers: string;
  readonly handOversNote: string;
  readonly fromTo: string;
  readonly nothing: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly underMinute: string;
}

export const pageWords: Readonly<Record<Locale, PageWords>> = {
  id: {
    period: (from, to) => `Periode ${from} s.d. ${to}`,
    asOf: (moment) => `Keadaan per ${moment}`,
    page: (page, of) => `Halaman ${page} dari ${of}`,
    noBottleneck: "Tidak ada waktu kerja yang berlalu pada periode ini.",
    figures: "Angka pokok",
    median: "Separuh berkas selesai dalam",
    nineOfTen: "Sembilan dari sepuluh berkas selesai dalam",
    standard: "Waktu baku",
    lanes: {
      arrived: "Masuk",
      finished: "Selesai",
      withdrawn: "Ditarik",
      waiting: "Terbuka",
      onTime: "Tepat waktu",
      rework: "Ulang",
      queue: "Menunggu diambil, p50",
      work: "Dikerjakan, p50",
      share: "Bagian waktu",
    },
    lanesNote:
      "Masuk, selesai, ditarik, dan terbuka dihitung dalam tugas; lama dalam waktu kerja. Tepat waktu: dari tugas selesai yang memiliki waktu baku. Ulang: tugas selesai pada langkah yang sudah pernah dilalui berkas. Bagian waktu: bagian pelaksana dari seluruh waktu kerja berkas.",
    steps: {
      number: "No.",
      finished: "Selesai",
      waiting: "Terbuka",
      standard: "Waktu baku",
      median: "Lama, p50",
      nineOfTen: "Lama, p90",
      onTime: "Tepat waktu",
    },
    stepsNote:
      "p50: separuh tugas selesai paling lama sekian; p90: sembilan dari sepuluh. Angka p50, p90, dan p95 tepat dalam 1%.",
    histogram: "Sebaran lama penyelesaian",
    histogramNote: "Banyaknya berkas selesai menurut lama penyelesaian dalam waktu kerja.",
    cases: "Berkas",
    trend: "Lama penyelesaian dari waktu ke waktu",
    trendMedian: "Separuh berkas selesai dalam (p50)",
    trendNineOfTen: "Sembilan dari sepuluh (p90)",
    started: "Berkas dimulai",
    completed: "Berkas selesai",
    course: "Berkas dimulai dan selesai",
    handOvers: "Serah terima antarpelaksana",
    handOversNote:
      "Baris menyerahkan kepada kolom; dalam kurung: di antaranya yang dikembalikan untuk diperbaiki.",
    fromTo: "Dari \\ kepada",
    nothing: "Tidak ada pada periode ini.",
    day: "hari",
    hour: "jam",
    minute: "menit",
    underMinute: "< 1 menit",
  },
  en: {
    period: (from, to) => `From ${from} to ${to}`,
    asOf: (moment) => `As of ${moment}`,
    page: (page, of) => `Page ${page} of ${of}`,
    noBottleneck: "No working time passed in this period.",
    figures: "Key figures",
    median: "Half of the cases took at most",
    nineOfTen: "Nine of ten took at most",
    standard: "Standard time",
    lanes: {
      arrived: "Arrived",
      finished: "Finished",
      withdrawn: "Closed undone",
      waiting: "Open",
      onTime: "On time",
      rework: "Rework",
      queue: "Unclaimed, p50",
      work: "Worked on, p50",
      share: "Share of time",
    },
    lanesNote:
      "Arrived, finished, closed undone and open are counted in tasks; durations are in working time. On time: of the finished tasks that have a standard time. Rework: finished tasks of a step at which the case had been before. Share of time: the lane's part of the cases' working time.",
    steps: {
      number: "No.",
      finished: "Finished",
      waiting: "Open",
      standard: "Standard",
      median: "Took, p50",
      nineOfTen: "Took, p90",
      onTime: "On time",
    },
    stepsNote:
      "p50: half of the finished tasks took at most so long; p90: nine of ten. p50, p90 and p95 are within 1% of the exact value.",
    histogram: "Lead times",
    histogramNote: "How many completed cases took how long, in working time.",
    cases: "Cases",
    trend: "Lead time over the period",
    trendMedian: "Half of the cases took at most (p50)",
    trendNineOfTen: "Nine of ten (p90)",
    started: "Cases started",
    completed: "Cases completed",
    course: "Cases started and completed",
    handOvers: "Hand-overs between lanes",
    handOversNote: "The row hands over to the column; in brackets how often it was sent back.",
    fromTo: "From \\ to",
    nothing: "None in this period.",
    day: "d",
    hour: "h",
    minute: "min",
    underMinute: "< 1 min",
  },
};
