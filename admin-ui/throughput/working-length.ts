import { workingTimeParts } from "../../domain/index.js";
import type { WorkingAmount } from "../worklist/working-amount.js";

/** A length of working time (ms) in the office's working days, hours and minutes. */
export const workingLength = (milliseconds: number, minutesPerWorkingDay: number): WorkingAmount =>
  workingTimeParts({ minutesPerWorkingDay }, milliseconds);

const minute = 60_000;

export interface TimeUnit {
  readonly name: "days" | "hours" | "minutes";
  /** ms */
  readonly size: number;
}

/** The unit in which an axis up to `largest` (ms of working time) counts. */
export function axisUnit(largest: number, minutesPerWorkingDay: number): TimeUnit {
  const day = minutesPerWorkingDay * minute;
  if (largest >= 2 * day) return { name: "days", size: day };
  if (largest >= 120 * minute) return { name: "hours", size: 60 * minute };
  return { name: "minutes", size: minute };
}
