import type { Locale } from "../../kernel/context.js";

/** Why a lane holds up the work, in numbers. */
export interface BottleneckFacts {
  readonly lane: string;
  /** Of all lanes' working time, 0 to 1. */
  readonly share: number;
  /** What most of it was. */
  readonly mostly: "queue" | "work" | "rework" | "requester" | "childSop" | "held";
  /** That part of its own time, 0 to 1. */
  readonly mostlyShare: number;
  readonly waiting: number;
  readonly overdue: number;
}

interface Words {
  readonly requesters: string;
  readonly mostly: Record<BottleneckFacts["mostly"], string>;
  readonly sentence: (lane: string, share: string, mostly: string, mostlyShare: string) => string;
  readonly waiting: (waiting: number, overdue: number) => string;
  readonly percent: Intl.NumberFormat;
}

const percentOf = (language: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });

const indonesianNumber = new Intl.NumberFormat("id");
const englishNumber = new Intl.NumberFormat("en");

const lateOfThem = (waiting: number, overdue: number): string => {
  if (overdue < waiting) return `${indonesianNumber.format(overdue)} di antaranya`;
  return waiting === 1 ? "dan" : "semuanya";
};

const indonesian: Words = {
  requesters: "Pemohon",
  mostly: {
    queue: "menunggu diambil",
    work: "dikerjakan",
    rework: "mengulang langkah yang sama",
    requester: "menunggu pemohon",
    childSop: "menunggu SOP lain",
    held: "ditunda",
  },
  sentence: (lane, share, mostly, mostlyShare) =>
    `${lane} memegang ${share} dari seluruh waktu kerja, dan ${mostlyShare} darinya ${mostly}`,
  waiting: (waiting, overdue) =>
    waiting === 0
      ? "; saat ini tidak ada tugas yang terbuka di sana."
      : overdue === 0
        ? `; saat ini ${indonesianNumber.format(waiting)} tugas terbuka di sana, tidak ada yang terlambat.`
        : `; saat ini ${indonesianNumber.format(waiting)} tugas terbuka di sana, ${lateOfThem(waiting, overdue)} terlambat.`,
  percent: percentOf("id"),
};

const english: Words = {
  requesters: "The requesters",
  mostly: {
    queue: "waiting to be claimed",
    work: "being worked on",
    rework: "repeating a step",
    requester: "waiting for the requester",
    childSop: "waiting for another SOP",
    held: "on hold",
  },
  sentence: (lane, share, mostly, mostlyShare) =>
    `${lane} had ${share} of all working time, ${mostlyShare} of it ${mostly}`,
  waiting: (waiting, overdue) =>
    waiting === 0
      ? "; no task is open there now."
      : waiting === 1
        ? `; 1 task is open there now, ${overdue === 0 ? "and not late" : "and late"}.`
        : `; ${englishNumber.format(waiting)} tasks are open there now, ${overdue === 0 ? "none" : overdue === waiting ? "all" : englishNumber.format(overdue)} of them late.`,
  percent: percentOf("en"),
};

const words: Record<Locale, Words> = { id: indonesian, en: english };

/** Says in one sentence why the lane holds up the work. */
export function bottleneckSentence(facts: BottleneckFacts, locale: Locale): string {
  const { requesters, sentence, mostly, waiting, percent } = words[locale];
  const said = sentence(
    facts.lane === "" ? requesters : facts.lane,
    percent.format(facts.share),
    mostly[facts.mostly],
    percent.format(facts.mostlyShare),
  );
  return said + waiting(facts.waiting, facts.overdue);
}
