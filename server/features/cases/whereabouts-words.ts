import type { StandardTime, TimeUnit } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";

/** A place, as far as a sentence names it. */
export interface ToldPlace {
  readonly lane: string;
  readonly step: string;
  readonly isRequester: boolean;
  readonly day: number;
  readonly days: number | null;
  readonly overdue: boolean;
  readonly standardTime: StandardTime | null;
}

/** What the sentence says; `date` is the day of the end, in words. */
export type ToldWhereabouts =
  | { readonly state: "AT_OFFICE" | "AT_REQUESTER"; readonly places: readonly ToldPlace[] }
  | { readonly state: "AT_OTHER_SOP"; readonly titles: readonly string[] }
  | { readonly state: "HELD"; readonly reason: string | null }
  | { readonly state: "COMPLETED" | "CANCELLED"; readonly date: string };

interface Words {
  /** The case, at the beginning of a sentence: to its requester, and to others. */
  readonly subject: (toRequester: boolean) => string;
  readonly isAt: (subject: string, places: string) => string;
  readonly isWorkedOn: (subject: string) => string;
  readonly day: (day: number, days: number | null) => string;
  readonly overdue: (day: number, days: number | null) => string;
  readonly within: (time: string) => string;
  readonly pastTime: (day: string, time: string) => string;
  readonly waitsFor: (toRequester: boolean, steps: string) => string;
  readonly otherSop: (subject: string, titles: string) => string;
  readonly held: (subject: string, reason: string | null) => string;
  readonly completed: (subject: string, date: string) => string;
  readonly cancelled: (subject: string, date: string) => string;
  readonly units: Record<TimeUnit, (value: string, isOne: boolean) => string>;
  readonly and: string;
}

const reasonOf = (reason: string | null): string =>
  reason ? `: ${reason.replace(/\.$/, "")}.` : ".";

const indonesian: Words = {
  subject: (toRequester) => (toRequester ? "Permohonan Anda" : "Berkas"),
  isAt: (subject, places) => `${subject} ada di ${places}.`,
  isWorkedOn: (subject) => `${subject} sedang diproses.`,
  day: (day, days) => (days === null ? `hari ke-${day}` : `hari ke-${day} dari ${days}`),
  overdue: (day, days) =>
    `hari ke-${day}, terlambat${days === null ? "" : ` (waktu baku ${days} hari)`}`,
  within: (time) => `waktu baku ${time}`,
  pastTime: (day, time) => `${day}, melewati waktu baku ${time}`,
  waitsFor: (toRequester, steps) => `Menunggu ${toRequester ? "Anda" : "pemohon"}: ${steps}.`,
  otherSop: (subject, titles) => `${subject} menunggu SOP lain selesai: ${titles}.`,
  held: (subject, reason) => `${subject} ditunda sementara${reasonOf(reason)}`,
  completed: (subject, date) => `${subject} selesai pada ${date}.`,
  cancelled: (subject, date) => `${subject} dibatalkan pada ${date}.`,
  units: {
    MINUTE: (value) => `${value} menit`,
    HOUR: (value) => `${value} jam`,
    WORKING_DAY: (value) => `${value} hari kerja`,
    CALENDAR_DAY: (value) => `${value} hari kalender`,
  },
  and: "dan",
};

const plural = (word: string) => (value: string, isOne: boolean) =>
  `${value} ${isOne ? word : `${word}s`}`;

const english: Words = {
  subject: (toRequester) => (toRequester ? "Your request" : "The case"),
  isAt: (subject, places) => `${subject} is with ${places}.`,
  isWorkedOn: (subject) => `${subject} is being worked on.`,
  day: (day, days) => (days === null ? `day ${day}` : `day ${day} of ${days}`),
  overdue: (day, days) =>
    `day ${day}, overdue${days === null ? "" : ` (standard time ${days} ${days === 1 ? "day" : "days"})`}`,
  within: (time) => `standard time ${time}`,
  pastTime: (day, time) => `${day}, past the standard time of ${time}`,
  waitsFor: (toRequester, steps) =>
    `Waiting for ${toRequester ? "you" : "the requester"}: ${steps}.`,
  otherSop: (subject, titles) => `${subject} is waiting for another SOP to finish: ${titles}.`,
  held: (subject, reason) => `${subject} is on hold${reasonOf(reason)}`,
  completed: (subject, date) => `${subject} was completed on ${date}.`,
  cancelled: (subject, date) => `${subject} was cancelled on ${date}.`,
  units: {
    MINUTE: plural("minute"),
    HOUR: plural("hour"),
    WORKING_DAY: plural("working day"),
    CALENDAR_DAY: plural("calendar day"),
  },
  and: "and",
};

const languages: Readonly<Record<Locale, Words>> = { id: indonesian, en: english };

/** "A", "A dan B", "A, B, dan C". */
function enumerate(parts: readonly string[], and: string): string {
  if (parts.length <= 1) return parts[0] ?? "";
  const glue = parts.length > 2 ? `, ${and} ` : ` ${and} `;
  return `${parts.slice(0, -1).join(", ")}${glue}${parts.at(-1)}`;
}

function timeAt(place: ToldPlace, words: Words, locale: Locale): string {
  const { day, days, overdue, standardTime } = place;
  const isShort = standardTime?.unit === "MINUTE" || standardTime?.unit === "HOUR";
  // "Day 1 of 1" says nothing of a step that takes a quarter of an hour.
  if (standardTime === null || !isShort || days !== 1) {
    return overdue ? words.overdue(day, days) : words.day(day, days);
  }
  const { value, unit } = standardTime;
  const number = new Intl.NumberFormat(locale === "id" ? "id-ID" : "en-GB").format(value);
  const time = words.units[unit](number, value === 1);
  return overdue ? words.pastTime(words.day(day, null), time) : words.within(time);
}

const withoutStop = (text: string): string => text.trim().replace(/[.:;,]+$/, "");

/** Where a case is, in a sentence or two; `toRequester` speaks to whoever asked for it. */
export function tellWhereabouts(
  it: ToldWhereabouts,
  { locale, toRequester }: { readonly locale: Locale; readonly toRequester: boolean },
): string {
  const words = languages[locale];
  const subject = words.subject(toRequester);
  if (it.state === "HELD") return words.held(subject, it.reason);
  if (it.state === "AT_OTHER_SOP") {
    const titles = it.titles.map((title) => `“${title}”`);
    return words.otherSop(subject, enumerate(titles, words.and));
  }
  if ("date" in it) {
    return it.state === "COMPLETED"
      ? words.completed(subject, it.date)
      : words.cancelled(subject, it.date);
  }
  const own = it.places.filter(({ isRequester }) => isRequester);
  const offices = it.places.filter(({ isRequester }) => !isRequester);
  const steps = own.map(({ step }) => withoutStop(step));
  const places = offices.map((place) => {
    const time = timeAt(place, words, locale);
    return offices.length > 1 ? `${place.lane} (${time})` : `${place.lane}, ${time}`;
  });
  const sentences = [
    ...(own.length > 0 ? [words.waitsFor(toRequester, enumerate(steps, words.and))] : []),
    ...(offices.length > 0 ? [words.isAt(subject, enumerate(places, words.and))] : []),
  ];
  return sentences.length > 0 ? sentences.join(" ") : words.isWorkedOn(subject);
}
