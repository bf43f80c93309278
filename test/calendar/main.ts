import { parseArgs } from "node:util";
import { checkCalendars } from "./calendar-check.js";

/**
 * Holds the working time arithmetic against a counter of minutes, on random calendars. `--cases` and
 * `--seed` are numbers. A case that fails is printed as a fixture for `test/fixtures/calendar`. The
 * last line is the result; exit code 1 when a case failed.
 */
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not ${text}`);
}

/** More would only say the same again. */
const mostPrinted = 10;

const { cases, faults } = checkCalendars(
  wholeNumber("cases", values.cases),
  wholeNumber("seed", values.seed),
);
for (const { fault, fixture } of faults.slice(0, mostPrinted)) {
  process.stdout.write(`${fault}\n${JSON.stringify({ name: fault, ...fixture })}\n`);
}
process.stdout.write(`cases=${cases} faults=${faults.length}\n`);
if (faults.length > 0) process.exitCode = 1;
