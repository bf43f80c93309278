import { parseArgs } from "node:util";
import { comparePapers } from "./compare-papers.js";
import { paperDrawing } from "./paper-drawing.js";

/**
 * Asks the rule output-before-needed of random sound drawings, and holds its word against the engine
 * and a game of the tests' own. `--graphs` and `--seed` are numbers; drawing i is made from seed + i,
 * so that one of them can be made again by itself. The last line is the result: drawings, those of
 * which nothing is said, places at which something is missing, those whose shortest run was told by
 * the tests' own game, too, cases run through the engine, and drawings with a fault; exit code 1
 * where there is one.
 */
const { values } = parseArgs({
  options: {
    graphs: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
  },
});
const graphs = wholeNumber("graphs", values.graphs);
const seed = wholeNumber("seed", values.seed);

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not ${text}`);
}

/** More would only say the same again. */
const mostPrinted = 10;

const count = { silent: 0, found: 0, compared: 0, executed: 0, faults: 0 };
for (let at = seed; at < seed + graphs; at += 1) {
  const graph = paperDrawing(at);
  const { faults, ...told } = comparePapers(graph, at);
  if (told.found === 0) count.silent += 1;
  count.found += told.found;
  count.compared += told.compared;
  count.executed += told.executed;
  if (faults.length === 0) continue;
  count.faults += 1;
  if (count.faults > mostPrinted) continue;
  process.stdout.write(`seed=${at}: ${faults.join("; ")}\n${JSON.stringify(graph)}\n`);
}
process.stdout.write(
  `graphs=${graphs} silent=${count.silent} missing=${count.found} compared=${count.compared} ` +
    `executed=${count.executed} faults=${count.faults}\n`,
);
if (count.faults > 0) process.exitCode = 1;
