import { localDay, type LocalTime, startOfDay } from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";

/** Instants of which the first is in it and the last no more; `null`: open. */
export interface Period {
  readonly from: number;
  readonly until: number | null;
}

/** Days since 1970-01-01, both included; `lastDay` `null`: open. */
export interface Days {
  readonly firstDay: number;
  readonly lastDay: number | null;
}

/** The whole days by an office's clocks. */
export const periodOfDays = (clocks: LocalTime, { firstDay, lastDay }: Days): Period => ({
  from: startOfDay(clocks, firstDay),
  until: lastDay === null ? null : startOfDay(clocks, lastDay + 1),
});

/** The same, refused where it begins before today or ends before it begins. */
export function periodAhead(clocks: LocalTime, days: Days, now: number): Period {
  if (days.firstDay < localDay(clocks, now)) throw new Refusal("DATE_PAST", "input.firstDay");
  if (days.lastDay !== null && days.lastDay < days.firstDay) {
    throw new Refusal("DATES_REVERSED", "input.lastDay");
  }
  return periodOfDays(clocks, days);
}

/** What two periods share; `null` for nothing. */
export function intersection(one: Period, other: Period): Period | null {
  const from = Math.max(one.from, other.from);
  const until = earlier(one.until, other.until);
  return until === null || until > from ? { from, until } : null;
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

/** Whether `outer` has all of `inner`. */
export const covers = (outer: Period, inner: Period): boolean =>
  outer.from <= inner.from &&
  (outer.until === null || (inner.until !== null && outer.until >= inner.until));
