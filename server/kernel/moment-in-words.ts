import type { Locale } from "./context.js";

/** What platforms call the languages, as we write dates and numbers in them. */
export const languageTags: Readonly<Record<Locale, string>> = { id: "id-ID", en: "en-GB" };

const clocks: Readonly<Record<string, string>> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** "5 Desember 2026", by the clocks of `timeZone`. */
export const dayInWords = (locale: Locale, timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(languageTags[locale], { dateStyle: "long", timeZone }).format(at);

/** "5 Desember 2026 pukul 10.00 WIB". */
export const momentInWords = (locale: Locale, timeZone: string, at: number): string => {
  const time = new Intl.DateTimeFormat(languageTags[locale], {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(at);
  const joint = locale === "id" ? "pukul" : "at";
  return `${dayInWords(locale, timeZone, at)} ${joint} ${time} ${clocks[timeZone] ?? ""}`.trimEnd();
};
