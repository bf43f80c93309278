import type { Language } from "./i18n.js";

export interface Format {
  /** "22 Nov 2026, 14.05" */
  dateTime(iso: string): string;
  /** "22 November 2026" */
  date(iso: string): string;
  /** Of a day without a time, "2026-11-22": "22 November 2026" */
  day(date: string): string;
  /** From one such day to another: "22–24 November 2026" */
  days(first: string, last: string): string;
  /** Of such a day in little room: "22 Nov" */
  shortDay(date: string): string;
  /** The same with its year: "22 Nov 2026" */
  shortDate(date: string): string;
  /** Of the month of such a day: "Nov 2026" */
  month(date: string): string;
  /** "Minggu, 22 November 2026" */
  weekday(iso: string): string;
  /** "14.05" */
  time(iso: string): string;
  /** "WIB": the time zone that all this is in. */
  zone(iso: string): string;
  /** How far `iso` is from `now`, in its largest unit: "2 hari lagi", "3 jam yang lalu". */
  relative(iso: string, now: number): string;
  /** Milliseconds in their two largest units: "2 hari 3 jam". */
  duration(milliseconds: number): string;
  number(value: number): string;
  /** Of 0.463: "46%"; with one decimal where it matters: "3,4%", "99,6%", "< 0,1%". */
  percent(part: number): string;
  /** Bytes in the unit that suits them: "1,5 MB". */
  fileSize(bytes: number): string;
}

const minute = 60_000;
const hour = 60 * minute;
const oneDay = 24 * hour;

const units = {
  id: { day: "hari", hour: "jam", minute: "menit", less: "kurang dari 1 menit" },
  en: { day: "d", hour: "h", minute: "min", less: "less than a minute" },
} as const;

/** Everything that prints a moment or an amount, in one language and one time zone. */
export function createFormat(language: Language, timeZone: string): Format {
  const locale = language === "en" ? "en-GB" : "id-ID";
  const dateTime = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  // A date without a time is read as the beginning of the day in UTC.
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const shortDay = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
  });
  const shortDate = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const month = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    month: "short",
    year: "numeric",
  });
  const weekday = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  // Only Indonesian has short names for Indonesia's zones, and English texts use them too.
  const zone = new Intl.DateTimeFormat("id-ID", { timeZone, timeZoneName: "short" });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const finePercent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const words = units[language];
  return {
    dateTime: (iso) => dateTime.format(new Date(iso)),
    date: (iso) => date.format(new Date(iso)),
    day: (date) => day.format(new Date(date)),
    days: (first, last) => day.formatRange(new Date(first), new Date(last)),
    shortDay: (date) => shortDay.format(new Date(date)),
    shortDate: (date) => shortDate.format(new Date(date)),
    month: (date) => month.format(new Date(date)),
    weekday: (iso) => weekday.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    zone: (iso) =>
      zone.formatToParts(new Date(iso)).find(({ type }) => type === "timeZoneName")?.value ?? "",
    relative(iso, now) {
      const distance = new Date(iso).getTime() - now;
      const size = Math.abs(distance);
      if (size >= oneDay) return relative.format(Math.trunc(distance / oneDay), "day");
      if (size >= hour) return relative.format(Math.trunc(distance / hour), "hour");
      return relative.format(Math.trunc(distance / minute), "minute");
    },
    duration(milliseconds) {
      const days = Math.floor(milliseconds / oneDay);
      const hours = Math.floor((milliseconds % oneDay) / hour);
      const minutes = Math.floor((milliseconds % hour) / minute);
      const amounts = [
        [days, words.day],
        [hours, words.hour],
        [minutes, words.minute],
      ] as const;
      const shown = amounts.filter(([value]) => value > 0).slice(0, 2);
      if (shown.length === 0) return words.less;
      return shown.map(([value, word]) => `${number.format(value)} ${word}`).join(" ");
    },
    number: (value) => number.format(value),
    percent(part) {
      // What is something is not told as nothing.
      if (part > 0 && part < 0.0005) return `< ${finePercent.format(0.001)}`;
      return (part < 0.1 || (part > 0.99 && part < 1) ? finePercent : percent).format(part);
    },
    fileSize(bytes) {
      if (bytes < 1000) return `${number.format(bytes)} B`;
      const [size, unit] = bytes < 999_500 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
      return `${number.format(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${unit}`;
    },
  };
}
