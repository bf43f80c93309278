import { parseArgs } from "node:util";
import { knownGraphs } from "./known-graphs.js";
import { shrinkWalk } from "./shrink-walk.js";
import { randomWalk } from "./walk.js";

/**
 * Walks random commands through random sound SOPs. `--walks` and `--seed` are numbers; walk i is
 * made from seed + i, so that one of them can be made again by itself. The last line is the result;
 * exit code 1 when a walk found a fault, each of which is printed as the fixture that keeps it.
 */
const { values } = parseArgs({
  options: {
    walks: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});
const walks = wholeNumber("walks", values.walks);
const first = wholeNumber("seed", values.seed);

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} must be a whole number, not ${text}`);
}

const known = knownGraphs();
/** More would only say the same again. */
const mostPrinted = 10;
let steps = 0;
let faults = 0;
for (let at = 0; at < walks; at += 1) {
  const seed = first + at;
  const walk = randomWalk(seed, known);
  steps += walk.steps;
  if (walk.fault === null) continue;
  faults += 1;
  process.stdout.write(`seed=${seed} step=${walk.steps}: ${walk.fault}\n`);
  if (faults > mostPrinted) continue;
  const { graph, commands, fault } = shrinkWalk(walk);
  const name = `seed ${seed}: ${fault}`;
  process.stdout.write(`${JSON.stringify({ name, graph, commands })}\n`);
}
process.stdout.write(`walks=${walks} steps=${steps} faults=${faults}\n`);
if (faults > 0) process.exitCode = 1;
