/** A period by the office's clocks, both days included: "2026-11-01". */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The periods that have a name, as the address and the list have them. */
export const periodNames = [
  "this-month",
  "last-month",
  "last-30-days",
  "this-quarter",
  "this-year",
  "last-year",
] as const;
export type PeriodName = (typeof periodNames)[number];

const oneDay = 86_400_000;

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / oneDay;
const dateOf = (day: number): string => new Date(day * oneDay).toISOString().slice(0, 10);

/** Whether it is a day of the calendar, as an address may not have it. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayOf(text)) && dateOf(dayOf(text)) === text;

export const daysLater = (date: string, days: number): string => dateOf(dayOf(date) + days);

/** How many days a period has; 0 or less where it ends before it begins. */
export const lengthOf = ({ from, to }: Period): number => dayOf(to) - dayOf(from) + 1;

const partsOf = (date: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return [year, month - 1, day];
};

/** The first day of the month that is so many months from that of `date`. */
function firstOfMonth(date: string, months = 0): string {
  const [year, month] = partsOf(date);
  return dateOf(Date.UTC(year, month + months, 1) / oneDay);
}

const lastOfMonth = (date: string, months = 0): string =>
  daysLater(firstOfMonth(date, months + 1), -1);

/** The same day of another month, or that month's last: the last of a month stays the last. */
function monthsLater(date: string, months: number): string {
  const last = lastOfMonth(date, months);
  if (date === lastOfMonth(date)) return last;
  const same = daysLater(firstOfMonth(date, months), partsOf(date)[2] - 1);
  return same < last ? same : last;
}

const beginnings: Readonly<Record<PeriodName, (today: string) => Period>> = {
  "this-month": (today) => ({ from: firstOfMonth(today), to: today }),
  "last-month": (today) => ({ from: firstOfMonth(today, -1), to: lastOfMonth(today, -1) }),
  "last-30-days": (today) => ({ from: daysLater(today, -29), to: today }),
  "this-quarter": (today) => ({ from: firstOfMonth(today, -(partsOf(today)[1] % 3)), to: today }),
  "this-year": (today) => ({ from: `${today.slice(0, 4)}-01-01`, to: today }),
  "last-year": (today) => {
    const year = String(partsOf(today)[0] - 1).padStart(4, "0");
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  },
};

/** The days of a named period as of `today`; one that still runs ends today. */
export const namedPeriod = (name: PeriodName, today: string): Period => beginnings[name](today);

const monthsOf: Readonly<Partial<Record<PeriodName, number>>> = {
  "this-month": 1,
  "last-month": 1,
  "this-quarter": 3,
  "this-year": 12,
  "last-year": 12,
};

/**
 * What a period is held against: the same days of the month, quarter or year before; for any other
 * as many days right before it.
 */
export function periodBefore(period: Period, name: PeriodName | null): Period {
  const months = name === null ? undefined : monthsOf[name];
  if (months !== undefined) return shifted(period, -months);
  const to = daysLater(period.from, -1);
  return { from: daysLater(to, 1 - lengthOf(period)), to };
}

/** The same days a year before. */
export const periodYearBefore = (period: Period): Period => shifted(period, -12);

const shifted = ({ from, to }: Period, months: number): Period => ({
  from: monthsLater(from, months),
  to: monthsLater(to, months),
});
