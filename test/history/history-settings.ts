import { parseArgs } from "node:util";
import type { HistorySettings } from "./make-history.js";

export const usage = `npm run history -- [--tasks 1000000] [--seed 1] [--years 10] [--open 1000] [--until 2026-11-30]
  --tasks  finished tasks, about
  --open   how many tasks are open at its end, about
  --until  the day on whose morning (UTC) it ends; else it ends now`;

/** Reads the command line; throws, saying how it is used, on what it does not know. */
export function readSettings(args: readonly string[], now: number): HistorySettings {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tasks: { type: "string", default: "1000000" },
        seed: { type: "string", default: "1" },
        years: { type: "string", default: "10" },
        open: { type: "string", default: "1000" },
        until: { type: "string" },
      },
    });
    return {
      tasks: wholeNumber(values.tasks, 1),
      seed: wholeNumber(values.seed, 0),
      years: wholeNumber(values.years, 1),
      openTasks: wholeNumber(values.open, 0),
      until: values.until === undefined ? now : morningOf(values.until),
    };
  } catch {
    throw new Error(usage);
  }
}

function wholeNumber(text: string, least: number): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isSafeInteger(number) || number < least) throw new Error(text);
  return number;
}

function morningOf(date: string): number {
  const moment = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(moment)) throw new Error(date);
  return moment;
}
