import { dateOfDay } from "../../../../../domain/index.js";
import type { Locale } from "../../../../kernel/context.js";
import { dayInWords, languageTags } from "../../../../kernel/moment-in-words.js";
import { pageWords } from "./page-words.js";

/** Writes numbers, durations and days in the asker's language. */
export class Amounts {
  readonly #number: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;
  readonly #dayAndMonth: Intl.DateTimeFormat;
  readonly #dayOfYear: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;

  constructor(
    readonly locale: Locale,
    readonly minutesPerWorkingDay: number,
  ) {
    const tag = languageTags[locale];
    this.#number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
    this.#share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
    const short = { month: "short", timeZone: "UTC" } as const;
    this.#dayAndMonth = new Intl.DateTimeFormat(tag, { ...short, day: "numeric" });
    this.#dayOfYear = new Intl.DateTimeFormat(tag, { ...short, day: "numeric", year: "numeric" });
    this.#month = new Intl.DateTimeFormat(tag, { ...short, year: "numeric" });
  }

  number(value: number | null): string {
    return value === null ? "–" : this.#number.format(value);
  }

  share(value: number | null): string {
    return value === null ? "–" : this.#share.format(value);
  }

  /** "2 hari 3 jam": the two largest units of working time. */
  duration(milliseconds: number | null): string {
    if (milliseconds === null) return "–";
    const words = pageWords[this.locale];
    const minutes = Math.round(milliseconds / 60_000);
    if (minutes === 0) return milliseconds === 0 ? `0 ${words.minute}` : words.underMinute;
    const days = Math.floor(minutes / this.minutesPerWorkingDay);
    const rest = minutes - days * this.minutesPerWorkingDay;
    const parts = [
      [days, words.day],
      [Math.floor(rest / 60), words.hour],
      [rest % 60, words.minute],
    ] as const;
    const first = parts.findIndex(([amount]) => amount > 0);
    return parts
      .slice(first, first + 2)
      .filter(([amount]) => amount > 0)
      .map(([amount, unit]) => `${this.number(amount)} ${unit}`)
      .join(" ");
  }

  /** "5 Desember 2026". */
  day(day: number): string {
    return dayInWords(this.locale, "UTC", Date.parse(dateOfDay(day)));
  }

  /** "5 Des". */
  dayAndMonth(day: number): string {
    return this.#dayAndMonth.format(Date.parse(dateOfDay(day)));
  }

  /** "5 Des 2026". */
  dayOfYear(day: number): string {
    return this.#dayOfYear.format(Date.parse(dateOfDay(day)));
  }

  /** "Des 2026". */
  month(day: number): string {
    return this.#month.format(Date.parse(dateOfDay(day)));
  }
}
