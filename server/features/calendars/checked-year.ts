import { calendarLimits } from "../../../domain/index.js";
import { Refusal } from "../../kernel/refusal.js";

/** A year that calendars know; another is refused. */
export function checkedYear(year: number): number {
  const { firstYear: min, lastYear: max } = calendarLimits;
  if (year < min || year > max) throw new Refusal("OUT_OF_RANGE", "year", { min, max });
  return year;
}
