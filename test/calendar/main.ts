import { parseArgs } from "node:util";
import { checkCalendars } from "./calendar-check.js";

/**
 * Holds the working time arithmetic against a counter of minutes, on random calendars. `--cases` and
 * `--seed` are numbers. A case that fails is printed as a fixture for `test/fixtures/calendar`. The
 * last line is the result; exit code 1 when a case failed.
 */
function readNumbers(): { readonly cases: number; readonly seed: number } {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
    },
  });
  return { cases: wholeNumber("cases", values.cases), seed: wholeNumber("seed", values.seed) };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not ${text}`);
}

/** More would only say the same again. */
const mostPrinted = 10;

function run(numbers: { readonly cases: number; readonly seed: number }): void {
  const { cases, faults } = checkCalendars(numbers.cases, numbers.seed);
  for (const { fault, fixture } of faults.slice(0, mostPrinted)) {
    process.stdout.write(`${fault}\n${JSON.stringify({ name: fault, ...fixture })}\n`);
  }
  process.stdout.write(`cases=${cases} faults=${faults.length}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

let numbers: ReturnType<typeof readNumbers> | null = null;
try {
  numbers = readNumbers();
} catch (error) {
  // A slip at the keyboard is told in a line; where the program was says nothing about it.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
if (numbers !== null) run(numbers);
